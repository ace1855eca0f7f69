import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { Backend, BackendDescription, BackendEvent, BackendEvents, SendOptions } from './backend.ts';
import { type ErrorContext, translateError } from './translate-error.ts';

/** The events of an answer, which has begun. */
export type Answer = BackendEvents | readonly (readonly BackendEvent[])[];

/** How one interface is spoken. Whatever goes wrong is thrown; the frame tells it. */
export interface Speaker {
  answer(request: MessageCreateParamsBase, call: SendOptions, key?: string): Promise<Answer>;
  /** Input tokens by the server's own count. */
  count(request: MessageCreateParamsBase, call: SendOptions, key?: string): Promise<number>;
}

export interface FrameOptions {
  readonly description: BackendDescription;
  /** The key for one call; its failure is what the caller is told, and without one none is sent. */
  readonly keyFor: (options: SendOptions) => Result<string | undefined>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** What all backends have in common: the key for one call, the first event, and faults as one failure at the end. */
export function frameBackend({ description, keyFor, clock }: FrameOptions, speaker: Speaker): Backend {
  return {
    description,
    async *send(request, call) {
      yield [{ type: 'request-start', at: clock() }];
      const key = keyFor(call);
      if (!key.ok) return yield [{ type: 'failure', failure: key.failure, at: clock() }];
      const context = errorContext(description, call, key.value);
      let begun = false;
      try {
        for await (const events of await speaker.answer(request, call, key.value)) {
          begun ||= events.some(({ type }) => type === 'message-start');
          yield events;
        }
      } catch (error) {
        const failure = translateError(error, { ...context, stopped: call.signal.aborted, begun });
        yield [{ type: 'failure', failure, at: clock() }];
      }
    },
    countTokens: async (request, call) => {
      const key = keyFor(call);
      if (!key.ok) return key;
      try {
        return success(await speaker.count(request, call, key.value));
      } catch (error) {
        return failed(translateError(error, errorContext(description, call, key.value)));
      }
    },
  };
}

const errorContext = ({ name, key }: BackendDescription, { signal }: SendOptions, secret?: string): ErrorContext => ({
  backend: name,
  key,
  stopped: signal.aborted,
  begun: false,
  secrets: secret === undefined ? [] : [secret],
});
