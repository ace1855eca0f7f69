import type { Backend, BackendDescription, SendOptions } from '@/lib/backends/backend.ts';
import type { Failure } from '@/lib/errors.ts';
import type { Result } from '@/lib/result.ts';
import { arithmeticLine, blockSizeLine, cachedTokensLine, joinsLine } from './check-cache.ts';
import { formatFix } from './check-fixes.ts';
import { headerLine } from './check-header.ts';
import { CHECKS, type CheckId, type CheckLine, failedCheck, noted, passed, skipped, unknown } from './check-line.ts';
import { countOf, type Probe, probe, totalOf } from './probe.ts';
import { LOCAL, probeLength, probeRequest, probeWords } from './probe-request.ts';

export interface ConnectionCheck {
  readonly backend: Backend;
  /** What the server says it serves. */
  readonly models: () => Promise<Result<readonly string[]>>;
  readonly model: string;
  /** New for every check, so that nothing of it is in the server's cache. */
  readonly mark: string;
  readonly options: SendOptions;
}

/**
 * Asks a backend what a person would have to find out by hand, one line after the other as each is known. When a line fails on which the
 * others rest, those are skipped. Faults are lines; an abort throws.
 */
export async function* checkConnection(check: ConnectionCheck): AsyncGenerator<CheckLine, void, undefined> {
  const { backend, model, mark, options } = check;
  const { kind, name } = backend.description;
  const length = probeLength(kind);
  const send = async (request: ReturnType<typeof probeRequest>): Promise<Probe> => {
    options.signal.throwIfAborted();
    return probe(backend, request, options);
  };
  const request = probeRequest(model, [probeWords(mark, length).join(' ')], 40);
  const first = await send(request);
  const stop = stopFor(first.failure, backend.description, model);
  const listed = stop && stop.at <= CHECKS.indexOf('authorised') ? undefined : await check.models();
  options.signal.throwIfAborted();
  if (!stop || stop.at > 0) yield passed('reachable', `${name} answers${timeOf(first)}.`);
  if (!stop || stop.at > 1) yield passed('authorised', KEY_WORDS[backend.description.key]);
  if (listed && (!stop || stop.at > 2)) yield modelsLine(listed, model, !stop);
  if (stop) {
    yield stop.line;
    for (const id of CHECKS.slice(stop.at + 1)) yield skipped(id, 'Not asked: mend the line above first.');
    return;
  }
  yield passed('format', 'It takes the request in the form it was sent, and answers in the form that was expected.');
  yield streamsLine(first);
  const again = await send(request);
  yield cachedTokensLine(backend, again);
  const isWholeKnown = first.usage !== undefined && totalOf(first.usage) !== undefined;
  yield arithmeticLine(first, again, isWholeKnown ? undefined : await countOf(backend, request, options));
  if (!LOCAL.has(kind)) {
    const why =
      kind === 'emulator' ? 'The emulator follows Anthropic’s rules' : 'Known of this kind, and asking costs money';
    for (const [id, fact] of KNOWN) yield skipped(id, `${why}: ${fact}`);
    return;
  }
  const probing = { model, length, options };
  yield await joinsLine(backend, model, options);
  yield await headerLine(backend, { ...probing, mark: `${mark}/header` }, send);
  const isReported = again.usage?.cacheReadTokens !== undefined;
  yield isReported
    ? await blockSizeLine(backend, { ...probing, mark: `${mark}/blocks` }, send)
    : unknown('block-size', 'Without reports of what was read it cannot be told.');
}

const KEY_WORDS = {
  none: 'It asks for no key.',
  server: 'The key is accepted.',
  visitor: 'Your key is accepted, or none is asked for.',
} as const;

const KNOWN: readonly (readonly [CheckId, string])[] = [
  ['joins', 'system blocks stay blocks of their own.'],
  ['header', 'the header is taken out in front of the cache.'],
  ['block-size', 'the cache goes by marks or by the provider’s own steps, not by blocks of a server’s memory.'],
];

/** The line at which a failure of the first request ends the check. */
function stopFor(
  failure: Failure | undefined,
  { name, kind }: BackendDescription,
  model: string,
): { at: number; line: CheckLine } | undefined {
  if (!failure) return undefined;
  const stopAt = (id: CheckId, fix: string) => ({
    at: CHECKS.indexOf(id),
    line: failedCheck(id, failure.message, failure.fix ?? fix),
  });
  switch (failure.code) {
    case 'backend-unreachable':
    case 'address-refused':
      return stopAt('reachable', `See that ${name} runs and listens where it was declared.`);
    case 'backend-refused-key':
      return stopAt('authorised', 'Give it a key that it accepts.');
    case 'model-unknown':
      return stopAt('models', `Choose a model that it serves instead of ${model}.`);
    default:
      return {
        ...stopAt('format', ''),
        line: failedCheck('format', failure.message, `${failure.fix ?? ''} ${formatFix(kind)}`.trim()),
      };
  }
}

function modelsLine(listed: Result<readonly string[]>, model: string, isAnswered: boolean): CheckLine {
  const answered = isAnswered ? ` ${model} is answered all the same.` : '';
  if (!listed.ok) return unknown('models', `${listed.failure.message}${answered}`);
  const { length } = listed.value;
  if (length === 0) return unknown('models', `It lists none.${answered}`);
  const names = listed.value.slice(0, 6).join(', ') + (length > 6 ? ` and ${length - 6} more` : '');
  if (listed.value.includes(model)) return passed('models', `It serves ${names}.`);
  return isAnswered
    ? noted('models', `It serves ${names}.${answered}`)
    : failedCheck('models', `It serves ${names}, and not ${model}.`, 'Choose one of those.');
}

/** Pieces of one moment, after a time in which they could have come apart, were collected on the way. */
const TELLING_MILLISECONDS = 25;

function streamsLine({ pieces, endedAfter = 0 }: Probe): CheckLine {
  const [first = 0] = pieces;
  const last = pieces.at(-1) ?? 0;
  if (pieces.length === 0) return unknown('streams', 'It wrote no text, so that nothing could be seen streaming.');
  if (pieces.length > 1 && (last > first || endedAfter < TELLING_MILLISECONDS))
    return passed(
      'streams',
      `${pieces.length} pieces over ${Math.round(endedAfter)} ms, the first after ${Math.round(first)} ms.`,
    );
  return failedCheck(
    'streams',
    `The whole text came in ${pieces.length === 1 ? 'one piece' : 'one moment'}, after ${Math.round(first)} ms.`,
    'Something on the way collects the answer: in nginx set "proxy_buffering off", in other proxies the like of it.',
  );
}

const timeOf = ({ startedAfter }: Probe): string =>
  startedAfter === undefined ? '' : `, beginning after ${Math.round(startedAfter)} ms`;
