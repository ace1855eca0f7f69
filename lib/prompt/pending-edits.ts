import type { Failure } from '@/lib/errors.ts';
import { sourceKey } from './block.ts';
import { promptContext } from './prompt-context.ts';
import type { PromptInput, PromptModel } from './prompt-input.ts';
import { resolveSection, type SectionValue } from './resolve-section.ts';
import type { SessionValues } from './session-values.ts';
import { gitStatusLine } from './system-context.ts';
import type { PromptPart } from './system-prompt.ts';
import { toolKey } from './tool-key.ts';
import { isOffered } from './tool-offer.ts';
import { userContext } from './user-context.ts';
import { wireTool } from './wire-tool.ts';

/** What waits for a clear or compact, by source key (block.ts); with the fault that it would then have, if any. */
export type PendingEdits = ReadonlyMap<string, Failure | undefined>;

/** Everything that would be different, were the session's values computed anew. */
export function pendingEdits(input: PromptInput, model: PromptModel, values: SessionValues): PendingEdits {
  const pending = new Map<string, Failure | undefined>();
  const context = promptContext(input, model);
  for (const section of input.sections) {
    const held = section.kind === 'memoised' ? values.sections.get(section.id) : undefined;
    if (!held) continue;
    const now = resolveSection(section, context);
    const key = sourceKey({ type: 'section', id: section.id });
    if (!now.ok) pending.set(key, now.failure);
    else if (textOf(now.value) !== textOf(held)) pending.set(key, undefined);
  }
  for (const tool of input.tools) {
    const held = isOffered(tool, input) ? values.tools.get(toolKey(tool)) : undefined;
    if (!held) continue;
    const now = wireTool(tool, input.flags, model.structuredOutputs);
    const key = sourceKey({ type: 'tool', id: tool.id });
    if (!now.ok) pending.set(key, now.failure);
    else if (now.value !== held && JSON.stringify(now.value) !== JSON.stringify(held)) pending.set(key, undefined);
  }
  // Where files differ, the frame around them does as well, and is no edit of its own.
  const background = differing(values.userContext, userContext(input));
  const files = background.filter((key) => key !== sourceKey({ type: 'user-context' }));
  for (const key of files.length > 0 ? files : background) pending.set(key, undefined);
  for (const key of differing(values.gitStatus, gitStatusLine(input))) pending.set(key, undefined);
  return pending;
}

/** A null value is told apart from every text, by no text. */
const textOf = (value: SectionValue): string | undefined =>
  value.type === 'text' ? value.pieces.map(({ text }) => text).join('') : undefined;

/** The sources whose words differ between two parts, or that only one of them has. */
function differing(held: PromptPart | undefined, now: PromptPart | undefined): string[] {
  if (held === now || held?.text === now?.text) return [];
  const [before, after] = [textBySource(held), textBySource(now)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key));
}

function textBySource(part: PromptPart | undefined): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { source, start, end } of part?.spans ?? []) {
    const key = sourceKey(source);
    texts.set(key, (texts.get(key) ?? '') + part?.text.slice(start, end));
  }
  return texts;
}
