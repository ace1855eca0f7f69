import type { BlockSource, Layer, PromptId } from './block.ts';
import type { PromptInput } from './prompt-input.ts';
import type { PromptPart } from './system-prompt.ts';

/** Which system prompt won, in a sentence a person understands, and its parts. */
export interface SelectedPrompt {
  readonly winner: 'override' | 'coordinator' | 'agent' | 'custom' | 'default';
  readonly reason: string;
  readonly parts: readonly PromptPart[];
}

/**
 * override (replaces everything) > coordinator > agent (with a proactive agent: default, then agent) > custom > default; append
 * is always added at the end, except after override. `defaultParts` is computed only when it is needed.
 */
export function selectPrompt(input: PromptInput, defaultParts: () => readonly PromptPart[]): SelectedPrompt {
  const { prompts, flags } = input;
  const isOn = (id: PromptId) => prompts[id].enabled && prompts[id].text.trim() !== '';
  const own = (id: PromptId, layer: Layer = 'static') => trimmedPart(prompts[id].text, { type: 'prompt', id }, layer);
  if (isOn('override')) {
    return {
      winner: 'override',
      reason: 'The override prompt replaces everything, append included.',
      parts: [own('override')],
    };
  }
  const append = isOn('append') ? [own('append', 'session')] : [];
  if (flags.COORDINATOR_MODE && flags.tengu_coordinator && isOn('coordinator')) {
    const reason = 'COORDINATOR_MODE and tengu_coordinator are on, so the coordinator prompt replaces the default one.';
    return { winner: 'coordinator', reason, parts: [own('coordinator'), ...append] };
  }
  if (isOn('agent') && flags.PROACTIVE) {
    const reason = 'A proactive agent: the autonomous prompt, then the agent prompt.';
    return { winner: 'agent', reason, parts: [...defaultParts(), own('agent', 'session'), ...append] };
  }
  if (isOn('agent')) {
    return { winner: 'agent', reason: 'The agent prompt replaces the default one.', parts: [own('agent'), ...append] };
  }
  if (isOn('custom')) {
    return {
      winner: 'custom',
      reason: 'The custom prompt replaces the default one.',
      parts: [own('custom'), ...append],
    };
  }
  return {
    winner: 'default',
    reason: 'No other prompt is set, so the sections apply.',
    parts: [...defaultParts(), ...append],
  };
}

/** A part that is one source's text, character for character. */
export function wholePart(text: string, source: BlockSource, layer: Layer): PromptPart {
  const end = text.length;
  return { text, spans: end === 0 ? [] : [{ source, layer, start: 0, end, sourceStart: 0, sourceEnd: end }] };
}

/** A part that is one source's text without blanks at its ends. */
function trimmedPart(text: string, source: BlockSource, layer: Layer): PromptPart {
  const { text: trimmed, spans } = wholePart(text.trim(), source, layer);
  const sourceStart = text.length - text.trimStart().length;
  return {
    text: trimmed,
    spans: spans.map((span) => ({ ...span, sourceStart, sourceEnd: sourceStart + trimmed.length })),
  };
}
