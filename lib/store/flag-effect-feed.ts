import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Document } from '@/lib/document/document.ts';
import { FLAGS, type FlagId } from '@/lib/prompt/flag.ts';
import type { Assembly } from '@/lib/store/analysis/assembly.ts';
import type { CountClient } from '@/lib/tokens/worker-client.ts';
import { type CountCorrections, correctedCount } from './count-corrections.ts';
import type { CountTable } from './count-table.ts';
import { countsForItself } from './counts-for-itself.ts';
import { currentDocument, type WorkbenchStore } from './workbench-store.ts';

/** Tokens each flag adds while on; a flag that is not in it is not known yet. They were true of `document`. */
export interface FlagEffects {
  readonly tokens: ReadonlyMap<FlagId, number>;
  readonly document: Document | undefined;
}

export interface FlagEffectFeed {
  readonly store: StoreApi<FlagEffects>;
  /** Keeps the effects up to date until the returned function is called; nothing is computed while nobody watches. */
  watch(): () => void;
}

export interface FlagEffectDependencies {
  readonly counter: CountClient;
  readonly table: CountTable;
  /** As in the analysis feed. */
  readonly corrections?: CountCorrections;
  /** Resolves when the page has nothing better to do, and so many milliseconds have passed. */
  readonly idle: (after: number) => Promise<void>;
}

/** How long the document must rest before the effects are computed anew. */
const REST_MILLISECONDS = 300;

/** Assembles the request with each flag flipped, one in each idle moment, and starts again when the document changes. */
export function createFlagEffectFeed(
  workbench: WorkbenchStore,
  { counter, table, corrections, idle }: FlagEffectDependencies,
): FlagEffectFeed {
  const store = createStore<FlagEffects>(() => ({ tokens: new Map(), document: undefined }));
  let watchers = 0;
  let isRunning = false;

  const isStale = (document: Document) => watchers === 0 || document !== currentDocument(workbench.getState());

  async function know({ family }: Assembly, texts: readonly string[]): Promise<void> {
    const missing = table.missing(texts, family);
    if (missing.length > 0) table.add(missing, await counter.request(missing, family), family);
  }

  async function compute(document: Document): Promise<void> {
    const [{ assemble }, { flagEffect, flipFlag, promptTexts }] = await loadCode();
    const assembled = (each: Document) => assemble(each, workbench.getState().runs.length + 1);
    const current = assembled(document);
    const tokens = new Map<FlagId, number>();
    const estimate = (text: string) => table.count(text, current.family);
    const isCorrected = corrections !== undefined && countsForItself(workbench.getState(), document.backend);
    const count = isCorrected ? correctedCount(corrections.store.getState(), document.model, estimate) : estimate;
    await know(current, promptTexts(current));
    for (const { id } of FLAGS) {
      await idle(0);
      if (isStale(document)) return;
      const flipped = assembled(flipFlag(document, id));
      await know(flipped, promptTexts(flipped));
      tokens.set(
        id,
        flagEffect(id, current, flipped, (text) => count(text).tokens),
      );
    }
    store.setState({ tokens, document });
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      while (watchers > 0 && store.getState().document !== currentDocument(workbench.getState())) {
        const document = currentDocument(workbench.getState());
        await idle(REST_MILLISECONDS);
        if (!isStale(document)) await compute(document);
      }
    } catch {
      // Code that could not be fetched is tried again at the next change; until then the effects are not known.
    } finally {
      isRunning = false;
    }
  }

  return {
    store,
    watch: () => {
      watchers += 1;
      const unsubscribe = workbench.subscribe((state, previous) => {
        if (state.history.present !== previous.history.present) void run();
      });
      void run();
      return () => {
        watchers -= 1;
        unsubscribe();
      };
    },
  };
}

const loadCode = () =>
  Promise.all([import('@/lib/store/analysis/assembly.ts'), import('@/lib/store/analysis/flag-effect.ts')]);
