import type { Backend, SendOptions } from '@/lib/backends/backend.ts';
import { fieldsOf } from '@/lib/json-value.ts';
import { readFix, reportFix } from './check-fixes.ts';
import { type CheckLine, failedCheck, noted, passed, unknown } from './check-line.ts';
import { countOf, type Probe, totalOf } from './probe.ts';
import { probeRequest, probeWords } from './probe-request.ts';

const format = new Intl.NumberFormat('en-US');

/** Do the reports of two identical requests name what the second one read? */
export function cachedTokensLine({ description: { kind, name } }: Backend, again: Probe): CheckLine {
  const read = again.usage?.cacheReadTokens;
  if (again.failure || !again.usage)
    return unknown('cached-tokens', 'The second request gave no usage.', again.failure?.fix);
  if (read === undefined)
    return failedCheck(
      'cached-tokens',
      `${name} does not say how many tokens it read from its cache.`,
      reportFix(kind),
    );
  if (read === 0)
    return failedCheck('cached-tokens', 'The same request again is reported to have read 0 tokens.', readFix(kind));
  return passed('cached-tokens', `The same request again read ${format.format(read)} tokens.`);
}

/**
 * Does the server's own input figure hold the tokens it read? It is compared with the whole prompt, which the first request, or the
 * server's counter, has told. The names of the fields do not decide it (BACK-33, BACK-34).
 */
export function arithmeticLine(first: Probe, again: Probe, counted: number | undefined): CheckLine {
  const read = again.usage?.cacheReadTokens;
  const input = rawInput(again.usage?.raw);
  const whole = (first.usage && totalOf(first.usage)) ?? counted;
  if (!read || input === undefined || whole === undefined)
    return unknown('arithmetic', 'It takes a reported cache read to tell.', 'Mend the line above first.');
  const near = (a: number, b: number) => Math.abs(a - b) <= Math.max(8, whole * 0.02);
  const holds = near(input, whole);
  if (holds === near(input, whole - read))
    return unknown('arithmetic', `Its input figure, ${format.format(input)}, fits neither way of counting.`);
  const words = holds
    ? 'Inclusive: the input figure holds the tokens that were read.'
    : 'Exclusive: the input figure leaves out the tokens that were read.';
  const total = again.usage && totalOf(again.usage);
  if (total !== undefined && near(total, whole)) return passed('arithmetic', words);
  const fix = `Declare "arithmetic": "${holds ? 'inclusive' : 'exclusive'}" for this backend.`;
  return total === undefined
    ? noted('arithmetic', `${words} For its kind that is not settled, so that its total is shown as not reported.`, fix)
    : failedCheck('arithmetic', `${words} Its kind is read the other way, and figures would be wrong.`, fix);
}

function rawInput(raw: unknown): number | undefined {
  const fields = fieldsOf(raw);
  const input =
    fields['input_tokens'] ?? fields['prompt_tokens'] ?? fields['inputTokens'] ?? fields['promptTokenCount'];
  return typeof input === 'number' ? input : undefined;
}

const CUTS = [0.93, 0.81, 0.67, 0.52, 0.38, 0.23];

/**
 * How many tokens a block of the prefix cache has: prompts that part from the one before ever earlier read multiples of it. The greatest
 * common divisor of what they read is the size, or by bad luck a multiple.
 */
export async function blockSizeLine(
  backend: Backend,
  { model, mark, length, options }: { model: string; mark: string; length: number; options: SendOptions },
  send: (request: ReturnType<typeof probeRequest>) => Promise<Probe>,
): Promise<CheckLine> {
  const words = probeWords(mark, length);
  await send(probeRequest(model, [words.join(' ')], 1));
  const reads: number[] = [];
  for (const [index, cut] of CUTS.entries()) {
    options.signal.throwIfAborted();
    const kept = words.slice(0, Math.round(length * cut));
    const text = [...kept, ...probeWords(`${mark}/${index}`, length - kept.length)].join(' ');
    const { usage } = await send(probeRequest(model, [text], 1));
    if (usage?.cacheReadTokens !== undefined) reads.push(usage.cacheReadTokens);
  }
  const some = reads.filter((read) => read > 0);
  if (some.length < 3)
    return unknown('block-size', `Too few of ${CUTS.length} prompts with a common beginning read any of it.`);
  const size = some.reduce(gcd);
  const words2 = size === 1 ? 'It reads to the very token.' : `It reads whole blocks of ${format.format(size)} tokens.`;
  return noted('block-size', `${words2} (${backend.description.name}, ${some.length} prompts)`);
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const JOINTS: readonly (readonly [joint: string, words: string])[] = [
  ['', 'without anything between them'],
  [' ', 'with a space'],
  ['\n', 'with a line break'],
  ['\n\n', 'with an empty line'],
];

/** Ends of a block at which the joints come to different numbers of tokens. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['The lamp', 'post stands'],
  ['First.\n', 'Second.'],
  ['One\n\n', 'Two'],
  ['Ends with a space ', 'word'],
  ['unbeliev', 'able'],
];

/** What stands between two system blocks: the text that comes to the same count as the blocks do, for every pair. */
export async function joinsLine(backend: Backend, model: string, options: SendOptions): Promise<CheckLine> {
  let fitting = [...JOINTS];
  for (const [left, right] of PAIRS) {
    options.signal.throwIfAborted();
    const blocks = await countOf(backend, probeRequest(model, [left, right], 1), options);
    if (blocks === undefined) return unknown('joins', 'The server neither counts tokens nor reports the whole prompt.');
    const kept: typeof fitting = [];
    for (const joint of fitting) {
      if ((await countOf(backend, probeRequest(model, [left + joint[0] + right], 1), options)) === blocks)
        kept.push(joint);
    }
    fitting = kept;
    if (fitting.length <= 1) break;
  }
  const [only] = fitting;
  if (!only) return unknown('joins', 'Its blocks come to another count than any way of joining them.');
  const words = fitting.map(([, each]) => each).join(', or ');
  return noted(
    'joins',
    `System blocks are joined ${words}${fitting.length > 1 ? ' (their counts are the same)' : ''}.`,
  );
}
