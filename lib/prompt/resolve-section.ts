import type { Failure } from '@/lib/errors.ts';
import { rememberEach } from '@/lib/remember.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { sourceKey } from './block.ts';
import type { PromptContext } from './context.ts';
import { isTruthy, lookUp, renderTemplate } from './render-template.ts';
import type { Section } from './section.ts';
import type { TemplatePiece } from './template.ts';

/** A section's value: its pieces, or null when it is off, gated off or empty (then it is left out, with no blank block). */
export type SectionValue =
  | { readonly type: 'text'; readonly pieces: readonly TemplatePiece[] }
  | { readonly type: 'null'; readonly cause: 'off' | 'gated' | 'empty'; readonly gate?: string };

/** Computes a section; an unknown gate or name is a failure whose place starts with the section's title. */
export const resolveSection: (section: Section, context: PromptContext) => Result<SectionValue> = knownFor(resolve);

/** The first gate of a section that is closed, whether or not it is on; a gate with an unknown name is a failure. */
export const closedGate: (section: Section, context: PromptContext) => Result<string | undefined> =
  knownFor(findClosed);

/** A function of a section in a context that remembers its answers for as long as both live: most sections outlast an edit. */
function knownFor<T>(compute: (section: Section, context: PromptContext) => T) {
  const inContext = rememberEach((context: PromptContext) =>
    rememberEach((section: Section) => compute(section, context)),
  );
  return (section: Section, context: PromptContext): T => inContext(context)(section);
}

function findClosed(section: Section, context: PromptContext): Result<string | undefined> {
  for (const gate of section.gates) {
    const negated = gate.startsWith('!');
    const found = lookUp(negated ? gate.slice(1) : gate, [{ ...context }]);
    if (!found)
      return failed(
        atSection(section, { code: 'template-invalid', message: `Nothing is called “${gate}”.`, place: 'gate' }),
      );
    if (isTruthy(found.value) === negated) return success(gate);
  }
  return success(undefined);
}

function resolve(section: Section, context: PromptContext): Result<SectionValue> {
  if (!section.enabled) return success({ type: 'null', cause: 'off' });
  const closed = closedGate(section, context);
  if (!closed.ok) return closed;
  if (closed.value !== undefined) return success({ type: 'null', cause: 'gated', gate: closed.value });
  if (section.verbatim) {
    const { text } = section;
    if (text === '') return success({ type: 'null', cause: 'empty' });
    return success({ type: 'text', pieces: [{ text, sourceStart: 0, sourceEnd: text.length }] });
  }
  const rendered = renderTemplate(section.text, context);
  if (!rendered.ok) return failed(atSection(section, rendered.failure));
  const pieces = trimPieces(rendered.value, section.text);
  return success(pieces.length === 0 ? { type: 'null', cause: 'empty' } : { type: 'text', pieces });
}

/** Blank ends of a section go: parts are joined by one blank line, whatever was typed at their ends. */
function trimPieces(pieces: readonly TemplatePiece[], source: string): TemplatePiece[] {
  const hasText = ({ text }: TemplatePiece) => text.trim() !== '';
  const first = pieces.findIndex(hasText);
  if (first === -1) return [];
  const kept = pieces.slice(first, pieces.findLastIndex(hasText) + 1).filter(({ text }) => text !== '');
  return kept.map(({ text, sourceStart, sourceEnd }, index) => {
    const head = index === 0 ? text.length - text.trimStart().length : 0;
    const tail = index === kept.length - 1 ? text.length - text.trimEnd().length : 0;
    const trimmed = text.slice(head, text.length - tail);
    const isVerbatim = source.slice(sourceStart, sourceEnd) === text;
    return isVerbatim
      ? { text: trimmed, sourceStart: sourceStart + head, sourceEnd: sourceEnd - tail }
      : { text: trimmed, sourceStart, sourceEnd };
  });
}

function atSection({ id, title }: Section, failure: Failure): Failure {
  const at = failure.place ?? 'text';
  return {
    ...failure,
    place: `${title}, ${at}`,
    subject: sourceKey({ type: 'section', id }),
    at,
    fix: failure.fix ?? 'Correct the name, or write \\{{ for literal braces. Until then the section is left out.',
  };
}
