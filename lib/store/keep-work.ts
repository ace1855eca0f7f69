import type { Failure } from '@/lib/errors.ts';
import { logToSave, type WorkStorage } from './saved-work.ts';
import { currentDocument, type WorkbenchState, type WorkbenchStore } from './workbench-store.ts';

/**
 * Saves every change at once, one write at a time, the newest state last; so a killed tab loses at most what was typed while a
 * write was under way. A storage that refuses is announced once, and tried again at the next change. Returns a stop function.
 */
export function keepWork(workbench: WorkbenchStore, storage: WorkStorage): () => void {
  const announce = onlyOnce((failure: Failure) => workbench.getState().announce(failure));
  const saveDocument = latestOnly(() => storage.saveDocument(currentDocument(workbench.getState())), announce);
  const saveLog = latestOnly(() => storage.saveLog(logToSave(workbench.getState())), announce);
  return workbench.subscribe((state, previous) => {
    if (state.history.present !== previous.history.present) saveDocument();
    if (hasLogChanged(state, previous)) saveLog();
  });
}

/** A log is saved when a run ends, or the session or what it holds changes; not at every word that streams in. */
function hasLogChanged(state: WorkbenchState, previous: WorkbenchState): boolean {
  const ended = ({ runs }: WorkbenchState) => runs.filter((run) => run.endedAt !== undefined).length;
  return state.session !== previous.session || state.held !== previous.held || ended(state) !== ended(previous);
}

function latestOnly(write: () => Promise<void>, onFailure: (failure: Failure) => void): () => void {
  let isWriting = false;
  let isStale = false;
  const run = async (): Promise<void> => {
    if (isWriting) {
      isStale = true;
      return;
    }
    isWriting = true;
    do {
      isStale = false;
      try {
        await write();
      } catch (error) {
        const message = `Your work could not be saved in this browser: ${(error as Error).message}.`;
        onFailure({
          code: 'storage-failed',
          message,
          fix: 'It is still here in this tab. Share a link to keep a copy.',
        });
      }
    } while (isStale);
    isWriting = false;
  };
  return () => void run();
}

function onlyOnce(tell: (failure: Failure) => void): (failure: Failure) => void {
  let told = false;
  return (failure) => {
    if (told) return;
    told = true;
    tell(failure);
  };
}
