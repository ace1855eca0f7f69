import type { Backend, SendOptions } from '@/lib/backends/backend.ts';
import { HEADER_FIX } from './check-fixes.ts';
import { type CheckLine, failedCheck, noted, passed, unknown } from './check-line.ts';
import { countOf, type Probe } from './probe.ts';
import { probeRequest, probeWords } from './probe-request.ts';

/** The line that the client puts first: a fingerprint that differs between conversations, and a sum that may between requests (POLICY-11). */
export const billingHeader = (sum: string, fingerprint = 'a1b'): string =>
  `x-anthropic-billing-header: cc_version=2.1.329.${fingerprint}; cc_entrypoint=cli; cch=${sum};`;

/**
 * What becomes of the client's billing header: taken out (the request counts as many tokens without it), overwritten where it changes
 * most (it counts, and the cache survives that change), or kept, so that every change of it makes the whole prompt new.
 */
export async function headerLine(
  backend: Backend,
  { model, mark, length, options }: { model: string; mark: string; length: number; options: SendOptions },
  send: (request: ReturnType<typeof probeRequest>) => Promise<Probe>,
): Promise<CheckLine> {
  const text = probeWords(mark, length).join(' ');
  const request = (...changing: Parameters<typeof billingHeader>) =>
    probeRequest(model, [billingHeader(...changing), text], 1);
  const short = probeRequest(model, ['Be brief.'], 1);
  const marked = probeRequest(model, [billingHeader('a1b2c'), 'Be brief.'], 1);
  const [plain, headed] = [await countOf(backend, short, options), await countOf(backend, marked, options)];
  if (plain !== undefined && plain === headed) return passed('header', 'It is taken out before the prompt is read.');
  await send(request('0a1b2'));
  const bySum = (await send(request('f9e8d'))).usage?.cacheReadTokens;
  if (bySum === undefined)
    return unknown(
      'header',
      'It stands in the prompt; whether a change of it costs the cache is not reported.',
      HEADER_FIX,
    );
  const kept = 'It is kept in front of the prompt: when it changes, nothing behind it is read from the cache.';
  if (bySum <= length / 2) return failedCheck('header', kept, HEADER_FIX);
  const byFingerprint = (await send(request('f9e8d', 'c3d'))).usage?.cacheReadTokens ?? 0;
  if (byFingerprint > length / 2)
    return passed('header', 'It stands in the prompt, and no change of it costs the cache.');
  const words =
    'Its sum (cch) is overwritten, so that requests of one conversation share the cache; those of another do not.';
  return noted('header', words, HEADER_FIX);
}
