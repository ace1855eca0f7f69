import type { APIError } from '@anthropic-ai/sdk';
import { fieldsOf } from '@/lib/json-value.ts';

/**
 * How long a server asks to wait, in whole seconds; `undefined` when it does not say. In `retry-after-ms`, in `retry-after` as seconds
 * or as a date (read beside the answer's own, so no clock of ours counts), or in Google's `RetryInfo`, a duration such as "27s".
 */
export function waitSeconds({ headers, error: body }: APIError): number | undefined {
  const after = headers?.get('retry-after') ?? '';
  const told = [
    Number(headers?.get('retry-after-ms')) / 1000,
    Number(after),
    (Date.parse(after) - Date.parse(headers?.get('date') ?? '')) / 1000,
    googleDelay(body),
  ];
  const seconds = told.find((each) => each > 0 && each < Number.POSITIVE_INFINITY);
  return seconds === undefined ? undefined : Math.ceil(seconds);
}

/** `error.details` holds objects of several types; one of them has the delay. */
function googleDelay(body: unknown): number {
  const { details } = fieldsOf(fieldsOf(body)['error']);
  if (!Array.isArray(details)) return Number.NaN;
  const delay = details.map((each) => fieldsOf(each)['retryDelay']).find((each) => typeof each === 'string');
  return Number(/^(\d+(?:\.\d+)?)s$/.exec(delay ?? '')?.[1]);
}
