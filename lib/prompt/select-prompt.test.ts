import { describe, expect, it } from 'vitest';
import type { FlagId } from './flag.ts';
import type { PromptInput } from './prompt-input.ts';
import { SAMPLE_INPUT } from './sample-input.ts';
import { selectPrompt, wholePart } from './select-prompt.ts';

type PromptName = keyof PromptInput['prompts'];

/** The winner and the texts, with these prompts and flags on. */
function select(
  prompts: readonly PromptName[],
  flags: readonly FlagId[] = [],
  texts: Partial<Record<PromptName, string>> = {},
) {
  const input: PromptInput = {
    ...SAMPLE_INPUT,
    flags: { ...SAMPLE_INPUT.flags, ...Object.fromEntries(flags.map((flag) => [flag, true])) },
    prompts: Object.fromEntries(
      Object.entries(SAMPLE_INPUT.prompts).map(([id, { text }]) => [
        id,
        { enabled: id === 'coordinator' || prompts.includes(id as PromptName), text: texts[id as PromptName] ?? text },
      ]),
    ) as PromptInput['prompts'],
  };
  const { winner, parts, reason } = selectPrompt(input, () => [
    wholePart('DEFAULT', { type: 'section', id: 'intro' }, 'static'),
  ]);
  expect(reason).toMatch(/^[A-Z].*\.$/);
  return [winner, ...parts.map(({ text }) => text)];
}

const COORDINATOR: readonly FlagId[] = ['COORDINATOR_MODE', 'tengu_coordinator'];

describe('selectPrompt', () => {
  it('PROMPT-12: override > coordinator > agent > custom > default', () => {
    expect(select(['override', 'agent', 'custom'], COORDINATOR)).toEqual(['override', 'OVERRIDE']);
    expect(select(['agent', 'custom'], COORDINATOR)).toEqual(['coordinator', 'COORDINATOR']);
    expect(select(['agent', 'custom'])).toEqual(['agent', 'AGENT']);
    expect(select(['custom'])).toEqual(['custom', 'CUSTOM']);
    expect(select([])).toEqual(['default', 'DEFAULT']);
  });

  it('PROMPT-12: a proactive agent stands behind the default prompt', () => {
    expect(select(['agent', 'custom'], ['PROACTIVE'])).toEqual(['agent', 'DEFAULT', 'AGENT']);
    expect(select(['agent'], ['PROACTIVE', ...COORDINATOR])).toEqual(['coordinator', 'COORDINATOR']);
    expect(select(['custom'], ['PROACTIVE'])).toEqual(['custom', 'CUSTOM']);
  });

  it('PROMPT-12: the coordinator needs both of its flags', () => {
    expect(select([], ['COORDINATOR_MODE'])).toEqual(['default', 'DEFAULT']);
    expect(select([], ['tengu_coordinator'])).toEqual(['default', 'DEFAULT']);
  });

  it('PROMPT-13: append is added at the end, except after override', () => {
    expect(select(['append'])).toEqual(['default', 'DEFAULT', 'APPEND']);
    expect(select(['append', 'custom'])).toEqual(['custom', 'CUSTOM', 'APPEND']);
    expect(select(['append', 'agent'])).toEqual(['agent', 'AGENT', 'APPEND']);
    expect(select(['append', 'agent'], ['PROACTIVE'])).toEqual(['agent', 'DEFAULT', 'AGENT', 'APPEND']);
    expect(select(['append'], COORDINATOR)).toEqual(['coordinator', 'COORDINATOR', 'APPEND']);
    expect(select(['append', 'override'])).toEqual(['override', 'OVERRIDE']);
  });

  it('PROMPT-12: a prompt without words does not win', () => {
    const blank = { override: ' \n', agent: '', custom: '\t', coordinator: '', append: ' ' };
    expect(select(['override', 'agent', 'custom', 'append'], COORDINATOR, blank)).toEqual(['default', 'DEFAULT']);
  });

  it('PROMPT-29: blanks at the ends of a prompt go, and its span says where its words stand', () => {
    const text = ' \n Be brief.\n';
    const prompts = { ...SAMPLE_INPUT.prompts, custom: { enabled: true, text } };
    const { parts } = selectPrompt({ ...SAMPLE_INPUT, prompts }, () => []);
    const [span] = parts[0]?.spans ?? [];
    expect(parts[0]?.text).toBe('Be brief.');
    expect(text.slice(span?.sourceStart, span?.sourceEnd)).toBe('Be brief.');
  });

  it('PROMPT-11: what stands behind the sections is the session’s; what replaces them is static', () => {
    const layers = (flags: readonly FlagId[], on: readonly PromptName[]) => {
      const prompts = Object.fromEntries(
        Object.entries(SAMPLE_INPUT.prompts).map(([id, { text }]) => [
          id,
          { enabled: on.includes(id as PromptName), text },
        ]),
      ) as PromptInput['prompts'];
      const all = { ...SAMPLE_INPUT.flags, ...Object.fromEntries(flags.map((flag) => [flag, true])) };
      return selectPrompt({ ...SAMPLE_INPUT, prompts, flags: all }, () => []).parts.map(({ spans }) => spans[0]?.layer);
    };
    expect(layers([], ['custom', 'append'])).toEqual(['static', 'session']);
    expect(layers(['PROACTIVE'], ['agent', 'append'])).toEqual(['session', 'session']);
  });
});
