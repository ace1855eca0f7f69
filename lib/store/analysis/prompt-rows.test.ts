import { expect, it } from 'vitest';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from '@/lib/document/document.ts';
import { changePrompt, switchPrompt } from '@/lib/document/edit-settings.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { analyse } from './analyse.ts';
import { assemble } from './assembly.ts';
import { promptRows, winnerTitle } from './prompt-rows.ts';

const preset = PRESETS[0].document;
const count = ({ length }: string) => ({ tokens: length, low: length, high: length, method: 'estimate' }) as const;
const analysed = (document: Document) =>
  analyse(assemble(document, 1), { count, digest: memoDigest(sha256Hex), now: 0 });
const states = (document: Document) =>
  promptRows(document, analysed(document))
    .map(({ id, state }) => `${id} ${state}`)
    .join(', ');

it('the five texts stand in order of rank, each with what has become of it', () => {
  expect(states(preset)).toBe('override off, coordinator off, agent off, custom off, append off');
  const custom = switchPrompt(changePrompt(preset, 'custom', { text: 'You are custom.' }), 'custom', true);
  const all = (['override', 'agent', 'append'] as const).reduce((from, id) => switchPrompt(from, id, true), custom);
  expect(states(all)).toBe('override empty, coordinator off, agent sent, custom outranked, append empty');
  expect(winnerTitle(analysed(all).prompt.selected)).toBe('Agent prompt');
  expect(states(switchPrompt(all, 'coordinator', true))).toMatch(/coordinator sent, agent outranked/);
});
