import { expect, it } from 'vitest';
import { clearedSession, freshSession, sessionAfterRequest } from './held-session.ts';
import { heldValues, withLatchedTtl } from './held-values.ts';
import { PRESETS } from './presets.ts';

const { document } = PRESETS[0];
const edited = { ...document, sections: document.sections.map((each) => ({ ...each, text: 'Other.' })) };
const [section] = document.sections;
const added = {
  ...document,
  sections: [...document.sections, { ...section, id: 'new' } as (typeof edited.sections)[number]],
};
const latching = (on: boolean) => ({ ...document, flags: { ...document.flags, one_hour_ttl: on } });

it('SESSION-1: holds the first request, and no later one', () => {
  const first = sessionAfterRequest(freshSession('session'), document);
  expect(first.documents).toEqual([document]);
  expect(sessionAfterRequest(first, edited).documents).toBe(first.documents);
  expect(heldValues(first)).toBe(heldValues(first));
  expect(heldValues({ ...first, mode: 'live' })).toBeUndefined();
  expect(heldValues(freshSession('session'))).toBeUndefined();
});

it('SESSION-3: remembers a later document for what only it has', () => {
  const first = sessionAfterRequest(freshSession('session'), document);
  expect(sessionAfterRequest(first, added).documents).toEqual([document, added]);
});

it('SESSION-7: latches the TTL over a clear, until the session ends', () => {
  const first = sessionAfterRequest(freshSession('session'), latching(true));
  const second = sessionAfterRequest(clearedSession(first), latching(false));
  expect(withLatchedTtl(latching(false), second).flags.one_hour_ttl).toBe(true);
  expect(withLatchedTtl(latching(true), second)).toEqual(latching(true));
  expect(withLatchedTtl(latching(false), freshSession('session')).flags.one_hour_ttl).toBe(false);
  expect(withLatchedTtl(latching(false), { ...second, mode: 'live' }).flags.one_hour_ttl).toBe(false);
});

it('SESSION-8: in live mode each request takes the place of the last', () => {
  const first = sessionAfterRequest(freshSession('live'), document);
  const second = sessionAfterRequest(first, edited);
  expect(second.documents).toEqual([edited]);
  expect(heldValues({ ...second, mode: 'session' })?.sections.get(section?.id ?? '')).toBeDefined();
});
