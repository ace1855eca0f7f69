import type { Failure } from '@/lib/errors.ts';
import { logToSave, type WorkStorage } from './saved-work.ts';
import { currentDocument, type WorkbenchState, type WorkbenchStore } from './workbench-store.ts';

/** When to write. A write of the whole document at every key is work that a typist feels. */
export interface SaveTiming {
  /** Resolves when it is time to write; a killed tab loses what is younger. */
  readonly pause: () => Promise<void>;
  /** Calls back whenever the page may be about to go, until it is stopped. */
  readonly onLeaving: (act: () => void) => () => void;
}

/**
 * Saves the document a pause after it has changed, and the log at once; what of the document is not yet written when the page goes is
 * left at once. A document that `isUnwritten` as work begins is saved as one that has changed. A storage that refuses is announced
 * once, and tried again at the next change. Returns a stop function.
 */
export function keepWork(
  workbench: WorkbenchStore,
  storage: WorkStorage,
  { pause, onLeaving }: SaveTiming,
  isUnwritten = false,
): () => void {
  const announce = onlyOnce((failure: Failure) => workbench.getState().announce(failure));
  const present = () => currentDocument(workbench.getState());
  let written = isUnwritten ? undefined : present();
  const saveDocument = latestOnly({
    pause,
    write: async () => {
      const document = present();
      await storage.saveDocument(document);
      written = document;
    },
    onFailure: announce,
  });
  const saveLog = latestOnly({
    pause: atOnce,
    write: () => storage.saveLog(logToSave(workbench.getState())),
    onFailure: announce,
  });
  if (isUnwritten) saveDocument();
  const stopLeaving = onLeaving(() => {
    if (present() !== written) storage.leaveDocument(present());
  });
  const stopWatching = workbench.subscribe((state, previous) => {
    if (state.history.present !== previous.history.present) saveDocument();
    if (hasLogChanged(state, previous)) saveLog();
  });
  return () => {
    stopLeaving();
    stopWatching();
  };
}

/** A log is saved when a run ends, or the session, what it holds or what displaced it changes; not at every word that streams in. */
function hasLogChanged(state: WorkbenchState, previous: WorkbenchState): boolean {
  const ended = ({ runs }: WorkbenchState) => runs.filter((run) => run.endedAt !== undefined).length;
  const fields = ['session', 'held', 'displaced'] as const;
  return fields.some((field) => state[field] !== previous[field]) || ended(state) !== ended(previous);
}

/** Nobody types a log, and what it tells was paid for. */
const atOnce = async () => undefined;

interface Writing {
  readonly pause: () => Promise<void>;
  readonly write: () => Promise<void>;
  readonly onFailure: (failure: Failure) => void;
}

function latestOnly({ write, pause, onFailure }: Writing): () => void {
  let isWriting = false;
  let isStale = false;
  const run = async (): Promise<void> => {
    if (isWriting) {
      isStale = true;
      return;
    }
    isWriting = true;
    do {
      await pause();
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
