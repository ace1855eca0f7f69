import { describe, expect, it, vi } from 'vitest';
import type { SectionActions } from './section-actions.ts';
import { sectionMenuItems } from './section-menu-items.ts';

const item = {
  id: 'intro',
  region: 'static',
  reason: undefined,
  reminder: undefined,
  gate: undefined,
  canReset: false,
} as const;
const actions = { setKind: vi.fn(), setReminder: vi.fn(), cross: vi.fn() } as unknown as SectionActions;
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

  it('PROMPT-30: offers another place among the messages where there is one', () => {
    expect(labels({}).some((label) => label.startsWith('Send'))).toBe(false);
    expect(labels({ reminder: false })).toContain('Send as a reminder of its own');
    const menu = sectionMenuItems({ ...item, reminder: true }, actions, ask);
    menu.find(({ label }) => label === 'Send with the session context')?.onSelect();
    expect(actions.setReminder).toHaveBeenCalledWith('intro', false);
  });

  it('has no steps for a gated one, and no reset for one that is as in the preset', () => {
    expect(labels({ gate: 'needs VOICE_MODE' })).not.toContain('Move up');
    const reset = (canReset: boolean) =>
      sectionMenuItems({ ...item, canReset }, actions, ask).find(({ id }) => id === 'reset')?.disabled;
    expect([reset(false), reset(true)]).toEqual([true, false]);
  });
});
