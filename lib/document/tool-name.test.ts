import { expect, it } from 'vitest';
import { PRESETS } from './presets.ts';
import { readServerName, readToolName } from './tool-name.ts';

const { document } = PRESETS[0];
const named = (typed: string, server?: string, ownId?: string) => readToolName(typed, document, server, ownId);

it('a tool has a name that can be sent and that its group does not have yet', () => {
  expect(named(' Deploy ')).toEqual({ ok: true, value: 'Deploy' });
  expect(named(' ').ok).toBe(false);
  expect(named('two words').ok).toBe(false);
  expect(named('x'.repeat(128)).ok).toBe(true);
  expect(named('x'.repeat(128), 'tracker').ok).toBe(false);
  expect(named('Read')).toEqual({ ok: false, failure: 'There is a tool Read already.' });
  expect(named('Read', undefined, 'read').ok).toBe(true);
  expect(named('Read', 'tracker').ok).toBe(true);
});

it('a server has a name that can stand in the names of its tools', () => {
  expect(readServerName('GitHub', document)).toEqual({ ok: true, value: 'GitHub' });
  for (const typed of ['', 'Tracker', 'tracker', 'my server', 'x'.repeat(65)])
    expect(readServerName(typed, document).ok).toBe(false);
});
