import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { type Records, type SavedRecord, type Tab, tabStorage } from './tab-storage.ts';

const drafted = (draft: string) => ({ ...PRESETS[0].document, draft });

/** Records in memory; with `hold`, the next write ends when what it gives is called. */
function memoryRecords<Value>() {
  const values = new Map<string, Value>();
  let gate: Promise<void> | undefined;
  const records: Records<Value> = {
    get: async (tab) => values.get(tab),
    set: async (tab, value) => {
      await gate;
      values.set(tab, structuredClone(value));
    },
    remove: async (tab) => void values.delete(tab),
    all: async () => [...values],
  };
  const hold = () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => (open = resolve));
    return open;
  };
  return { records, values, hold };
}

/** A browser with its records; a page in one of its tabs has a clock of its own. */
function browser() {
  const session = new Map<string, string>();
  const documents = memoryRecords<SavedRecord>();
  const logs = memoryRecords<unknown>();
  const page = (clock: () => number = () => 100, tab: Partial<Tab> = {}) =>
    tabStorage({
      name: 'tab',
      original: undefined,
      rename: () => 'new-tab',
      session: {
        getItem: (key) => session.get(key) ?? null,
        setItem: (key, value) => void session.set(key, value),
        removeItem: (key) => void session.delete(key),
      },
      documents: documents.records,
      logs: logs.records,
      clock,
      ...tab,
    });
  const drafts = () => [...documents.values].map(([tab, record]) => [tab, draftOf(record)]);
  return { page, session, documents, logs, drafts };
}

const draftOf = ({ document }: { readonly document?: unknown }) => (document as { draft?: string } | undefined)?.draft;

describe('the work of a tab', () => {
  it('STORE-18 what was left is taken up by the next page, and is in the tab until it is written', async () => {
    const { page, session, drafts } = browser();
    const first = page();
    await first.saveDocument(drafted('saved'));
    first.leaveDocument(drafted('left'));
    for (const next of [page(), page()]) {
      const found = await next.load();
      expect(draftOf(found)).toBe('left');
      expect(found.isUnwritten).toBe(true);
    }
    const last = page();
    await last.load();
    await last.saveDocument(drafted('left'));
    expect(drafts()).toEqual([['tab', 'left']]);
    expect(session.size).toBe(0);
    expect(await page().load()).toEqual({ document: drafted('left'), log: undefined });
  });

  it('STORE-18 what is left while an older document is being written outlives that write, even on a clock that stands', async () => {
    const { page, documents, drafts } = browser();
    const before = page();
    await before.load();
    const end = documents.hold();
    const writing = before.saveDocument(drafted('older'));
    before.leaveDocument(drafted('younger'));
    end();
    await writing;
    expect(drafts()).toEqual([['tab', 'older']]);
    const after = page();
    expect(draftOf(await after.load())).toBe('younger');
  });

  it('STORE-18 what was left is younger than what this tab has saved, though the clock was set back meanwhile', async () => {
    const { page } = browser();
    await page(() => 900).saveDocument(drafted('saved'));
    const next = page(() => 100);
    await next.load();
    next.leaveDocument(drafted('left'));
    expect(draftOf(await page().load())).toBe('left');
  });

  it('STORE-18 what was written after it was left is what counts', async () => {
    const { page, session, documents } = browser();
    const first = page();
    first.leaveDocument(drafted('left'));
    const left = [...session];
    await first.saveDocument(drafted('saved'));
    for (const [key, value] of left) session.set(key, value);
    expect(draftOf(await page().load())).toBe('saved');
    expect(documents.values.size).toBe(1);
  });

  it('STORE-7 what was left and cannot be read is kept beside the record of its tab, and work goes on in another', async () => {
    const { page, session, drafts } = browser();
    const first = page();
    await first.saveDocument(drafted('saved'));
    first.leaveDocument(drafted('unreadable'));
    const next = page();
    await next.load();
    await next.setAside();
    await next.saveDocument(drafted('new'));
    expect(drafts()).toEqual([
      ['tab', 'saved'],
      ['tab-left', 'unreadable'],
      ['new-tab', 'new'],
    ]);
    expect(session.size).toBe(0);
  });

  it.each(['{', '7', 'null', '[]', '{"savedAt":999}', '{"document":{},"savedAt":"999"}'])(
    'STORE-7 junk in the tab is nothing that was left: %s',
    async (junk) => {
      const { page, session } = browser();
      await page().saveDocument(drafted('saved'));
      session.set('strata-left', junk);
      expect(draftOf(await page().load())).toBe('saved');
    },
  );

  it('STORE-9 a duplicated tab starts from its original, a new one from what was saved last; neither has a log', async () => {
    const { page, logs } = browser();
    await page(() => 100, { name: 'a' }).saveDocument(drafted('of a'));
    await page(() => 200, { name: 'b' }).saveDocument(drafted('of b'));
    await logs.records.set('a', { session: 's' });
    const found = (tab: Partial<Tab>) => page(() => 300, tab).load();
    expect(await found({ name: 'c', original: 'a' })).toEqual({ document: drafted('of a'), log: undefined });
    expect(await found({ name: 'c' })).toEqual({ document: drafted('of b'), log: undefined });
    expect(await found({ name: 'a' })).toEqual({ document: drafted('of a'), log: { session: 's' } });
  });

  it('STORE-9 a new tab lets the oldest records go, those beyond 21', async () => {
    const { page, documents, logs } = browser();
    for (let each = 1; each <= 25; each += 1) {
      const tab = page(() => each, { name: `tab-${each}` });
      await tab.saveDocument(drafted(`${each}`));
      await tab.saveLog({ session: 's', runs: [] });
    }
    await page(() => 300, { name: 'new' }).load();
    const kept = Array.from({ length: 21 }, (_, index) => `tab-${index + 5}`);
    for (const { values } of [documents, logs]) expect([...values.keys()]).toEqual(kept);
  });
});
