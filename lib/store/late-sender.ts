import type { Sender } from './send-run.ts';
import type { WorkbenchStore } from './workbench-store.ts';

/** A sender whose code comes before the first request; when it cannot be fetched, that is said and nothing is sent. */
export function createLateSender(workbench: WorkbenchStore, load: () => Promise<Sender>): Sender {
  let loading: Promise<Sender> | undefined;
  const sender = (): Promise<Sender> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  async function use<T>(act: (sender: Sender) => Promise<T>, otherwise: T): Promise<T> {
    const ready = await sender().catch(() => undefined);
    if (ready) return act(ready);
    const message = 'The server did not answer when the code that sends was to be loaded.';
    workbench.getState().announce({ message, fix: 'Nothing was sent or changed. Try again when it is back.' });
    return otherwise;
  }
  return {
    send: (message) => use((ready) => ready.send(message), undefined),
    sendTo: (backends, inTurn) => use((ready) => ready.sendTo(backends, inTurn), new Map()),
    compact: () => use((ready) => ready.compact(), undefined),
    stop: () => void loading?.then((ready) => ready.stop()).catch(() => undefined),
  };
}
