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
  async function use(act: (sender: Sender) => Promise<void>): Promise<void> {
    const ready = await sender().catch(() => undefined);
    if (ready) return act(ready);
    const message = 'The server did not answer when the code that sends was to be loaded.';
    workbench.getState().announce({ message, fix: 'Nothing was sent or changed. Try again when it is back.' });
  }
  return {
    send: (message) => use((ready) => ready.send(message)),
    sendTo: async (backends, inTurn) => {
      let refused: Awaited<ReturnType<Sender['sendTo']>> = new Map();
      await use(async (ready) => {
        refused = await ready.sendTo(backends, inTurn);
      });
      return refused;
    },
    compact: () => use((ready) => ready.compact()),
    stop: () => void loading?.then((ready) => ready.stop()).catch(() => undefined),
  };
}
