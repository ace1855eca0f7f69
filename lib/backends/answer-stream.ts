import type { RawUsage } from '@/lib/backends/usage/raw-usage.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import type { BackendEvent } from './backend.ts';
import { BackendFault } from './backend-fault.ts';
import { isOver, readPortion } from './read-portion.ts';
import { MAX_EVENT_LENGTH, serverSentData } from './server-sent.ts';
import { expectEventStream, malformedStream, stoppedFailure } from './stream-failures.ts';

/** What the readers of all interfaces are given. */
export interface ReaderContext {
  readonly clock: () => number;
  readonly backend: string;
  /** What the server's figures mean. */
  readonly usageOf: (raw: RawUsage) => Usage;
}

/** Understands what one interface streams, for one answer. What cannot be read throws a SyntaxError, an error that is told the SDK's own. */
export interface AnswerReader {
  /** The data of a server-sent event as our events. Behind a `message-end` or a `failure` nothing more is read. */
  read(data: string): Iterable<BackendEvent>;
  /** What it means that the stream ends here. */
  end(): BackendEvent;
}

/** The events of an answer that streams; what still arrives after a stop is not passed on. */
export async function* streamedEvents(
  response: Response,
  reader: AnswerReader,
  { clock, backend }: ReaderContext,
  signal: AbortSignal,
): AsyncGenerator<readonly BackendEvent[], void, undefined> {
  expectEventStream(response, backend);
  if (!response.body) throw new SyntaxError('The answer has no body.');
  try {
    for await (const portion of serverSentData(response.body, MAX_EVENT_LENGTH)) {
      if (signal.aborted) break;
      const { events, error } = readPortion(portion, (data) => reader.read(data));
      if (events.length > 0) yield events;
      if (isOver(events)) return;
      if (error !== undefined) throw error;
    }
  } catch (error) {
    throw error instanceof SyntaxError ? new BackendFault(malformedStream(backend)) : error;
  }
  yield [signal.aborted ? { type: 'failure', failure: stoppedFailure(), at: clock() } : reader.end()];
}
