import { StrataError } from '@/lib/errors.ts';
import { createTokenEstimator } from '@/lib/tokens/estimator.ts';
import type { TokenizerFamily } from '@/lib/tokens/token-count.ts';

const estimator = createTokenEstimator();

/** What the text is counted in (a tool is counted as its JSON), and a beginning that makes texts of one length differ. */
interface ExactTextOptions {
  readonly wrap?: (text: string) => string;
  readonly seed?: string;
}

/** For tests: a text of exactly so many estimated tokens. Throws when none is found. */
export function exactText(tokens: number, family: TokenizerFamily, options: ExactTextOptions = {}): string {
  const { wrap = (text) => text, seed = '' } = options;
  const count = (text: string) => estimator.count(wrap(text), family).tokens;
  const base = `${seed}${LINE.repeat(linesFor(tokens - MARGIN, count))}`;
  for (const tail of TAILS) {
    for (let words = 0; words <= 4 * MARGIN; words += 1) {
      const text = `${base}${' word'.repeat(words)}${tail}`;
      const found = count(text);
      if (found === tokens) return text;
      if (found > tokens) break;
    }
  }
  throw new StrataError(`No text of exactly ${tokens} tokens was found.`);
}

const LINE = 'The quick brown fox jumps over the lazy dog, and the dog does not mind it at all.\n';
const MARGIN = 60;
/** Ends of several weights, because a fitted count skips numbers. */
const TAILS = ['', 'a', ' a', ' 7', ' x1', ' 语', ' {"a":1}', ' ещё', ' if (a) {', ' 日本語', ' 1, 2, 3', ' é', ' =>'];

/** About as many lines as give so many tokens, and not more: a guess from a sample, then corrected from below. */
function linesFor(tokens: number, count: (text: string) => number): number {
  if (tokens <= 0) return 0;
  const perLine = (count(LINE.repeat(51)) - count(LINE)) / 50;
  let lines = Math.floor(tokens / perLine);
  for (let excess = 1; excess > 0; lines -= Math.ceil(excess / perLine)) {
    excess = Math.max(0, count(LINE.repeat(lines)) - tokens);
  }
  return lines;
}
