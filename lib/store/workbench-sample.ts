import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { CountClient } from '@/lib/tokens/worker-client.ts';
import { createWorkbenchStore } from './workbench-store.ts';

/** For tests: a workbench on the first preset, with a clock that is moved by hand and ids that are counted. */
export function sampleWorkbench(document: Document = PRESETS[0].document) {
  let now = Date.UTC(2026, 10, 21, 12);
  let ids = 0;
  const clock = () => now;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const backends = [{ id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none' }] as const;
  const workbench = createWorkbenchStore(document, { clock, newId, backends });
  const edit = (change: Partial<Document>) => workbench.getState().edit('Edit', (each) => ({ ...each, ...change }));
  return {
    workbench,
    clock,
    newId,
    edit,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** For tests: a token for each four characters, exactly. */
export function quarterCount({ length }: string): TokenCount {
  const tokens = Math.ceil(length / 4);
  return { tokens, low: tokens, high: tokens, method: 'exact' };
}

/** For tests: a counter that answers when it is told to, and notes what it was asked. */
export function heldCounter() {
  const asked: (readonly string[])[] = [];
  let waiting: (() => void)[] = [];
  const counter: CountClient = {
    request: (texts) => {
      asked.push(texts);
      return new Promise((resolve) => waiting.push(() => resolve(texts.map(quarterCount))));
    },
    dispose: () => undefined,
  };
  const answer = async () => {
    const due = waiting;
    waiting = [];
    for (const resolve of due) resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { counter, asked, answer };
}
