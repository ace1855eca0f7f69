import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { DEFAULT_FLAGS, FLAGS } from '@/lib/prompt/flag.ts';
import { flagGroups } from './flag-groups.ts';

const { document } = PRESETS[0];
const groupsOf = (flags: typeof DEFAULT_FLAGS, search: string) => flagGroups({ ...document, flags }, search);

const found = (search: string, flags = DEFAULT_FLAGS) =>
  groupsOf(flags, search).flatMap(({ items }) => items.map(({ name }) => name));

describe('the flags', () => {
  it('stand in groups by kind, each once', () => {
    const groups = groupsOf(DEFAULT_FLAGS, '');
    expect(groups.map(({ title }) => title)).toEqual(['Compile-time', 'Run-time', 'Environment']);
    expect(found('').toSorted()).toEqual(FLAGS.map(({ name }) => name).toSorted());
  });

  it('are found by name, id, effect and landing, every word of the search', () => {
    expect(found('voice')).toEqual(['VOICE_MODE']);
    expect(found('agent_swarms')).toEqual(['agent swarms']);
    expect(found('spoken ADDS')).toEqual(['VOICE_MODE']);
    expect(found('run-time tools')).toEqual(['agent swarms', 'strict tools', 'tool search (defer loading)']);
    expect(found('nothing like it')).toEqual([]);
    expect(groupsOf(DEFAULT_FLAGS, 'voice')).toHaveLength(1);
  });

  it('are marked when they differ from their default, whichever way', () => {
    const flags = { ...DEFAULT_FLAGS, VOICE_MODE: true, global_cache_scope: false };
    const changed = groupsOf(flags, '').flatMap(({ items }) => items.filter(({ isDefault }) => !isDefault));
    expect(changed.map(({ name, isOn }) => [name, isOn])).toEqual([
      ['VOICE_MODE', true],
      ['global_cache_scope', false],
    ]);
  });

  it('are risky when they may flip in mid-session in front of the boundary', () => {
    const risky = groupsOf(DEFAULT_FLAGS, '').flatMap(({ items }) => items.filter(({ isRisky }) => isRisky));
    expect(risky.map(({ name }) => name)).toEqual([
      'tengu_coordinator',
      'global_cache_scope',
      'agent swarms',
      'strict tools',
      'tool search (defer loading)',
    ]);
  });

  it('FLAG-1: are risky when their section was moved in front of it, and say so', () => {
    const moved = { ...document, boundary: document.sections.length };
    const [flag] = flagGroups(moved, 'chicago_beta')[0]?.items ?? [];
    expect(flag).toMatchObject({ isRisky: true, position: 'in front of the boundary' });
    expect(flagGroups(document, 'chicago_beta')[0]?.items[0]).toMatchObject({ isRisky: false });
  });
});
