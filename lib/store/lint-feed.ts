import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentFinding } from '@/lib/store/lint/lint-document.ts';
import type { AnalysisFeed } from './analysis-feed.ts';
import { backendRules } from './emulated.ts';
import type { WorkbenchStore } from './workbench-store.ts';

/** What the linter finds in the request as it stands; `undefined` before it has looked. */
export interface LintState {
  readonly findings: readonly DocumentFinding[] | undefined;
}

export interface LintFeed {
  readonly store: StoreApi<LintState>;
  dispose(): void;
}

export interface LintFeedDependencies {
  /** Resolves when nobody is typing and the page has nothing else to do, `after` so many milliseconds. */
  readonly idle: (after: number) => Promise<void>;
}

const REST_MILLISECONDS = 250;

/** Looks over the request whenever its figures are settled, once the page is idle: never at a keystroke. */
export function createLintFeed(
  workbench: WorkbenchStore,
  feed: AnalysisFeed,
  { idle }: LintFeedDependencies,
): LintFeed {
  const store = createStore<LintState>(() => ({ findings: undefined }));
  let newest = 0;
  const look = async (): Promise<void> => {
    newest += 1;
    const mine = newest;
    await idle(REST_MILLISECONDS);
    if (mine !== newest) return;
    const { lintDocument } = await import('@/lib/store/lint/lint-document.ts');
    const { analysis, isSettled } = feed.store.getState();
    if (mine !== newest || !analysis || !isSettled) return;
    const findings = lintDocument(analysis, backendRules(workbench.getState(), analysis.document.backend));
    const isSame = JSON.stringify(findings) === JSON.stringify(store.getState().findings);
    if (!isSame) store.setState({ findings });
  };
  // Code that could not be fetched is tried again at the next change.
  const lookAgain = () => void look().catch(() => undefined);
  const stop = feed.store.subscribe(({ analysis, isSettled }, previous) => {
    if (isSettled && (analysis !== previous.analysis || !previous.isSettled)) lookAgain();
  });
  if (feed.store.getState().isSettled) lookAgain();
  return {
    store,
    dispose: () => {
      newest += 1;
      stop();
    },
  };
}
