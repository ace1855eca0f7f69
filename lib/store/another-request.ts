import type { Run } from './run.ts';
import type { WorkbenchState } from './workbench-store.ts';

/** Has anything changed that the request, its cache or its figures follow from? */
export function isAnotherRequest(state: WorkbenchState, previous: WorkbenchState): boolean {
  const isEdited =
    state.history.present !== previous.history.present ||
    state.held !== previous.held ||
    state.emulator !== previous.emulator ||
    state.displaced !== previous.displaced;
  return isEdited || hasCacheChanged(state.runs, previous.runs);
}

/** The cache follows from which requests were answered and which are over, not from the words that stream in. */
function hasCacheChanged(runs: readonly Run[], previous: readonly Run[]): boolean {
  if (runs === previous) return false;
  const stages = (all: readonly Run[]) =>
    all.reduce((sum, run) => sum + (run.respondedAt === undefined ? 0 : run.endedAt === undefined ? 1 : 2), 0);
  return runs.length !== previous.length || stages(runs) !== stages(previous) || runs[0]?.id !== previous[0]?.id;
}
