import { expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { FLAGS, type FlagId } from '@/lib/prompt/flag.ts';
import { flagPosition } from './flag-position.ts';

const { document } = PRESETS[0];
const positionOf = (id: FlagId, from: Pick<typeof document, 'sections' | 'boundary'> = document) => {
  const flag = FLAGS.find((each) => each.id === id);
  return flag && flagPosition(flag, from);
};

it('FLAG-1: each flag lands in front of the boundary or behind it, or only moves marks', () => {
  expect(positionOf('USER_TYPE_ant')).toBe('in front');
  expect(positionOf('agent_swarms')).toBe('in front');
  expect(positionOf('tengu_coordinator')).toBe('in front');
  expect(positionOf('global_cache_scope')).toBe('in front');
  for (const id of ['chicago_beta', 'KAIROS', 'TEAMMEM', 'TOKEN_BUDGET', 'CLAUDE_CODE_REMOTE'] as const)
    expect(positionOf(id), id).toBe('behind');
  expect(positionOf('one_hour_ttl')).toBeUndefined();
});

it('FLAG-1: a flag goes with its section over the boundary', () => {
  const behind = { ...document, boundary: 0 };
  const front = { ...document, boundary: document.sections.length };
  expect(positionOf('USER_TYPE_ant', behind)).toBe('behind');
  for (const id of ['chicago_beta', 'KAIROS', 'TEAMMEM', 'mcp_instructions_delta'] as const)
    expect(positionOf(id, front), id).toBe('in front');
  expect(positionOf('chicago_beta', { ...front, sections: [] })).toBe('behind');
});

it('FLAG-1: only what the template reads as a name counts: a tag that is escaped is text', () => {
  const [first, ...others] = document.sections;
  if (!first) throw new Error('There are sections.');
  const saying = (text: string) => ({ ...document, sections: [{ ...first, text, gates: [] }, ...others], boundary: 1 });
  expect(positionOf('chicago_beta', saying('{{^flags.chicago_beta}}No.{{/flags.chicago_beta}}'))).toBe('in front');
  expect(positionOf('chicago_beta', saying('\\{{flags.chicago_beta}}'))).toBe('behind');
});
