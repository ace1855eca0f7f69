import { expect, it } from 'vitest';
import { commandScore } from './command-filter.ts';

it.each([
  ['Voice section-voice', 'voice', 1],
  ['Switch VOICE_MODE on flag-VOICE_MODE', 'voice', 1],
  ['Switch VOICE_MODE on flag-VOICE_MODE', ' flag  Voice ', 1],
  ['/clear: empty the conversation, compute everything anew clear', 'voice', 0],
  ['Voice section-voice', 'voice mode', 0],
  ['Voice section-voice', '', 1],
])('UI-20 “%s” answers “%s”: %i', (line, typed, score) => expect(commandScore(line, typed)).toBe(score));
