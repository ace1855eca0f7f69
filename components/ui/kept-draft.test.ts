import { describe, expect, it } from 'vitest';
import { createDrafts } from './kept-draft.ts';

/** A tab's storage with room for so many characters, and the page before and after a reload. */
function tab(room = 2_000_000) {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('No room', 'QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key: string) => void values.delete(key),
  };
  return { values, page: () => createDrafts(() => storage) };
}

const draft = (text: string) => ({ text, over: 'before' });

describe('UI-19: a draft', () => {
  it('is there again after a reload, until it is forgotten', () => {
    const { page, values } = tab();
    const first = page();
    first.keep('a', draft('typed'));
    first.keep('b', draft('other'));
    expect(first.read('a')).toEqual(draft('typed'));
    expect(page().read('a')).toEqual(draft('typed'));
    page().keep('a', undefined);
    expect([page().read('a'), page().read('b')]).toEqual([undefined, draft('other')]);
    expect(values.size).toBe(1);
  });

  it.each([
    ['has no room in the tab', 100, 'x'.repeat(200), true],
    ['would take the room of work', 9_000_000, 'x'.repeat(1_000_001), true],
    ['may not be stored', 9_000_000, 'a key', false],
  ])(
    'that %s lives as long as the page, and what was stored before it never comes back',
    (_, room, text, mayBeStored) => {
      const { page, values } = tab(room);
      const first = page();
      first.keep('a', draft('before'));
      first.keep('a', draft(text), mayBeStored);
      expect(first.read('a')).toEqual(draft(text));
      expect(values.size).toBe(0);
      expect(page().read('a')).toBeUndefined();
      first.keep('a', draft('after'));
      expect([first.read('a'), page().read('a')]).toEqual([draft('after'), draft('after')]);
      first.keep('a', draft(text), mayBeStored);
      first.keep('a', undefined);
      expect(first.read('a')).toBeUndefined();
    },
  );

  it('lives as long as the page where a browser has no storage', () => {
    const drafts = createDrafts(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
    drafts.keep('a', draft('typed'));
    expect(drafts.read('a')).toEqual(draft('typed'));
    drafts.keep('a', undefined);
    expect(drafts.read('a')).toBeUndefined();
  });

  it.each(['{', '7', '[]', '{"text":7,"over":""}', '{"text":"x"}'])('that cannot be read is none: %s', (junk) => {
    const { page, values } = tab();
    values.set('strata-draft-a', junk);
    expect(page().read('a')).toBeUndefined();
  });
});
