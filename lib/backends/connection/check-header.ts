import type { Backend, SendOptions } from '@/lib/backends/backend.ts';
import { HEADER_FIX } from './check-fixes.ts';
import { type CheckLine, failedCheck, passed, unknown } from './check-line.ts';
import { countOf, type Probe } from './probe.ts';
import { probeRequest, probeWords } from './probe-request.ts';

/** The line that the client puts first, with five characters that change (backends §0.5). */
export const billingHeader = (changing: string): string =>
  `x-anthropic-billing-header: cc_version=2.1.44; cc_entrypoint=cli; cch=${changing};`;

/**
 * What becomes of the client's billing header: taken out (the request counts as many tokens without it), overwritten (it counts, and
 * the cache survives a change of it), or kept, so that every change of it makes the whole prompt new.
 */
export async function headerLine(
  backend: Backend,
  { model, mark, length, options }: { model: string; mark: string; length: number; options: SendOptions },
  send: (request: ReturnType<typeof probeRequest>) => Promise<Probe>,
): Promise<CheckLine> {
  const text = probeWords(mark, length).join(' ');
  const request = (changing: string) => probeRequest(model, [billingHeader(changing), text], 1);
  const short = probeRequest(model, ['Be brief.'], 1);
  const marked = probeRequest(model, [billingHeader('a1b2c'), 'Be brief.'], 1);
  const [plain, headed] = [await countOf(backend, short, options), await countOf(backend, marked, options)];
  if (plain !== undefined && plain === headed) return passed('header', 'It is taken out before the prompt is read.');
  await send(request('0a1b2'));
  const { usage } = await send(request('f9e8d'));
  const read = usage?.cacheReadTokens;
  if (read === undefined)
    return unknown(
      'header',
      'It stands in the prompt; whether a change of it costs the cache is not reported.',
      HEADER_FIX,
    );
  if (read > length / 2)
    return passed('header', 'It stands in the prompt, and a change of it does not cost the cache.');
  return failedCheck(
    'header',
    'It is kept in front of the prompt: when it changes, nothing behind it is read from the cache.',
    HEADER_FIX,
  );
}
