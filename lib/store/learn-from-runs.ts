import { reportedTotalInput } from '@/lib/usage/add-usage.ts';
import type { CountCorrections } from './count-corrections.ts';
import { countsForItself } from './counts-for-itself.ts';
import type { WorkbenchStore } from './workbench-store.ts';

/**
 * Every run that ends here, on a backend that counts for itself and with its whole input reported, updates the model's factor, once.
 * Runs that come back from a saved log taught already. Returns a stop function.
 */
export function learnFromRuns(workbench: WorkbenchStore, corrections: Pick<CountCorrections, 'learn'>): () => void {
  return workbench.subscribe((state, previous) => {
    if (state.runs === previous.runs) return;
    const running = new Set(previous.runs.filter(({ endedAt }) => endedAt === undefined).map(({ id }) => id));
    for (const { id, backend, model, endedAt, reported, estimatedTokens } of state.runs) {
      if (endedAt === undefined || !running.has(id) || !countsForItself(state, backend)) continue;
      const total = reported && reportedTotalInput(reported);
      if (total !== undefined && estimatedTokens !== undefined) corrections.learn(model, estimatedTokens, total);
    }
  });
}
