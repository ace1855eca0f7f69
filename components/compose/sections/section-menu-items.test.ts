import { describe, expect, it, vi } from 'vitest';
import type { SectionActions } from './section-actions.ts';
import { sectionMenuItems } from './section-menu-items.ts';

const item = { id: 'intro', region: 'static', reason: undefined, gate: undefined, canReset: false } as const;
const actions = { setKind: vi.fn(), cross: vi.fn() } as unknown as SectionActions;
const ask = { title: vi.fn(), reason: vi.fn() };
const labels = (change: object) => sectionMenuItems({ ...item, ...change }, actions, ask).map(({ label }) => label);

describe('the menu of a section', () => {
  it('offers the other region and the other kind', () => {
    expect(labels({})).toEqual(expect.arrayContaining(['Move to dynamic region', 'Make volatile …']));
    expect(labels({ region: 'dynamic', reason: 'It changes.' })).toEqual(
      expect.arrayContaining(['Move to static region', 'Make memoised']),
    );
  });

  it('asks why before it makes a section volatile, and not the other way', () => {
    const select = (change: object) =>
      sectionMenuItems({ ...item, ...change }, actions, ask)
        .find(({ id }) => id === 'kind')
        ?.onSelect();
    select({});
    expect(ask.reason).toHaveBeenCalledOnce();
    select({ reason: 'It changes.' });
    expect(actions.setKind).toHaveBeenCalledWith('intro', 'memoised');
  });

  it('has no steps for a gated one, and no reset for one that is as in the preset', () => {
    expect(labels({ gate: 'needs VOICE_MODE' })).not.toContain('Move up');
    const reset = (canReset: boolean) =>
      sectionMenuItems({ ...item, canReset }, actions, ask).find(({ id }) => id === 'reset')?.disabled;
    expect([reset(false), reset(true)]).toEqual([true, false]);
  });
});
