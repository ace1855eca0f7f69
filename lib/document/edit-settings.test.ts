import { expect, it } from 'vitest';
import { selectPrompt } from '@/lib/prompt/select-prompt.ts';
import { changePrompt, changeSettings, switchPrompt } from './edit-settings.ts';
import { PRESETS } from './presets.ts';

const { document } = PRESETS[0];

it('settings change one by one; the same value again changes nothing', () => {
  const next = changeSettings(document, 'environment', { shell: 'fish' });
  expect(next.environment).toEqual({ ...document.environment, shell: 'fish' });
  expect(next.cache).toBe(document.cache);
  expect(changeSettings(next, 'environment', { shell: 'fish' })).toBe(next);
});

it('a prompt that is switched on wins by its rank, the coordinator too', () => {
  const winner = (from: typeof document) => selectPrompt(from, () => []).winner;
  const custom = switchPrompt(changePrompt(document, 'custom', { text: 'You are custom.' }), 'custom', true);
  expect(winner(custom)).toBe('custom');
  const agent = switchPrompt(custom, 'agent', true);
  expect(winner(agent)).toBe('agent');
  const coordinator = switchPrompt(agent, 'coordinator', true);
  expect(winner(coordinator)).toBe('coordinator');
  const off = switchPrompt(coordinator, 'coordinator', false);
  expect(winner(off)).toBe('agent');
  expect(off.flags).toBe(coordinator.flags);
});
