import { expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { pendingTitles } from './pending-titles.ts';

it('SESSION-6: names what waits in the order of the request, a file that is gone by its path', () => {
  const keys = ['memory-file:/gone/CLAUDE.md', 'user-context', 'git-status', 'section:intro', 'tool:read'];
  const pending = new Map(keys.map((key) => [key, undefined]));
  expect(pendingTitles(pending, PRESETS[0].document)).toEqual([
    'Read',
    'Intro',
    'Git status',
    'User context',
    '/gone/CLAUDE.md',
  ]);
});
