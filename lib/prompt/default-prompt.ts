import type { Failure } from '@/lib/errors.ts';
import { success } from '@/lib/result.ts';
import type { Layer, Span } from './block.ts';
import type { PromptContext } from './context.ts';
import type { PromptInput } from './prompt-input.ts';
import { resolveSection, type SectionValue } from './resolve-section.ts';
import type { Section } from './section.ts';
import { layerOf } from './section-layer.ts';
import { wholePart } from './select-prompt.ts';
import { BOUNDARY_MARKER, IDENTITIES, type PromptPart } from './system-prompt.ts';

/** A small reminder in the first user message: one section. */
export interface Reminder {
  readonly id: string;
  readonly title: string;
  readonly part: PromptPart;
}

/** The parts made from sections, and what became of each section. */
export interface DefaultPrompt {
  readonly parts: readonly PromptPart[];
  /** Dynamic sections, where the layout takes them out of the system prompt. */
  readonly session: readonly PromptPart[];
  /** Those of them that are reminders of their own. */
  readonly reminders: readonly Reminder[];
  readonly values: ReadonlyMap<string, SectionValue>;
  readonly failures: readonly Failure[];
}

/**
 * Sections in order, the boundary marker between the regions when global cache scope is on (an imported prompt has none); simple
 * mode is one part. A memoised section has the value that is held of it, whatever it says now.
 */
export function defaultPrompt(
  input: PromptInput,
  context: PromptContext,
  held?: ReadonlyMap<string, SectionValue>,
): DefaultPrompt {
  const values = new Map<string, SectionValue>();
  const failures: Failure[] = [];
  const parts: PromptPart[] = [];
  const session: PromptPart[] = [];
  const reminders: Reminder[] = [];
  const isCurrent = input.layout === 'current';
  const isMarked = input.flags.global_cache_scope && !input.imported;
  for (const [index, section] of input.sections.entries()) {
    if (index === input.boundary && isMarked) parts.push(marker());
    const kept = section.kind === 'memoised' ? held?.get(section.id) : undefined;
    const value = kept ? success(kept) : resolveSection(section, context);
    if (!value.ok) failures.push(value.failure);
    else {
      values.set(section.id, value.value);
      if (value.value.type === 'text') {
        const isStatic = index < input.boundary;
        const part = sectionPart(section, value.value.pieces, layerOf(section, isStatic));
        if (isStatic || !isCurrent) parts.push(part);
        else if (section.reminder) reminders.push({ id: section.id, title: section.title, part });
        else session.push(part);
      }
    }
  }
  if (input.boundary >= input.sections.length && isMarked) parts.push(marker());
  if (input.flags.CLAUDE_CODE_SIMPLE)
    return { parts: [simplePart(input)], session: [], reminders: [], values, failures };
  return { parts, session, reminders, values, failures };
}

const marker = (): PromptPart => ({ text: BOUNDARY_MARKER, spans: [] });

/** Newer clients leave the identity out as well (PROMPT-31). */
function simplePart({ client, environment, layout }: PromptInput): PromptPart {
  const place = `CWD: ${environment.workingDirectory}\nDate: ${environment.today}`;
  const text = layout === 'current' ? place : `${IDENTITIES[client.entrypoint]}\n\n${place}`;
  return wholePart(text, { type: 'identity' }, 'session');
}

type Pieces = Extract<SectionValue, { type: 'text' }>['pieces'];

/** The last part made of each section's pieces: most sections outlast an edit. */
const lastParts = new WeakMap<Pieces, { readonly id: string; readonly layer: Layer; readonly part: PromptPart }>();

function sectionPart({ id }: Section, pieces: Pieces, layer: Layer): PromptPart {
  const known = lastParts.get(pieces);
  if (known?.id === id && known.layer === layer) return known.part;
  const part = makePart(id, pieces, layer);
  lastParts.set(pieces, { id, layer, part });
  return part;
}

function makePart(id: string, pieces: Pieces, layer: Layer): PromptPart {
  const spans: Span[] = [];
  let at = 0;
  for (const { text, sourceStart, sourceEnd } of pieces) {
    spans.push({
      source: { type: 'section', id },
      layer,
      start: at,
      end: at + text.length,
      sourceStart,
      sourceEnd,
    });
    at += text.length;
  }
  return { text: pieces.map((piece) => piece.text).join(''), spans };
}
