import type { TokenCount } from './token-count.ts';

/**
 * Memory that the page and its worker both see. A message waits its turn behind the frame that shows a letter; an answer that lies
 * here can be read in that very frame, so that its figures are drawn together with the letter. Holds one answer.
 */
export type SharedAnswer = SharedArrayBuffer;

/** Longer answers go by message alone: they do not come from typing. */
const MAX_COUNTS = 64;
const METHODS = ['exact', 'estimate', 'rough'] as const satisfies readonly TokenCount['method'][];
/** The id of the answered request, and how many counts it has: two 32-bit integers; then four 64-bit floats a count. */
const HEAD_BYTES = 8;
const FIELDS = 4;

/** How large such memory is. */
export const SHARED_ANSWER_BYTES = HEAD_BYTES + MAX_COUNTS * FIELDS * Float64Array.BYTES_PER_ELEMENT;

export function writeAnswer(memory: SharedAnswer, id: number, counts: readonly TokenCount[]): void {
  if (counts.length > MAX_COUNTS) return;
  const [head, figures] = views(memory);
  Atomics.store(head, 0, 0);
  for (const [index, { tokens, low, high, method }] of counts.entries()) {
    figures.set([tokens, low, high, METHODS.indexOf(method)], index * FIELDS);
  }
  head[1] = counts.length;
  Atomics.store(head, 0, id);
}

/** The counts of the request with this id, from 1 up; `undefined` while another answer, or none, lies there. */
export function readAnswer(memory: SharedAnswer, id: number): TokenCount[] | undefined {
  const [head, figures] = views(memory);
  if (Atomics.load(head, 0) !== id) return undefined;
  return Array.from({ length: head[1] ?? 0 }, (_, index) => {
    const [tokens = 0, low = 0, high = 0, method = 0] = figures.subarray(index * FIELDS, (index + 1) * FIELDS);
    return { tokens, low, high, method: METHODS[method] ?? 'rough' };
  });
}

const views = (memory: SharedAnswer): [Int32Array, Float64Array] => [
  new Int32Array(memory, 0, 2),
  new Float64Array(memory, HEAD_BYTES),
];
