import type { Run } from '@/lib/store/run.ts';

const milliseconds = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Time to first token and total, in milliseconds, as this page saw them. */
export function timings({ sentAt, firstTokenAt, endedAt }: Run): string {
  const first = firstTokenAt === undefined ? undefined : `first token ${milliseconds.format(firstTokenAt - sentAt)} ms`;
  const total = endedAt === undefined ? undefined : `total ${milliseconds.format(endedAt - sentAt)} ms`;
  return [first, total].filter((part) => part !== undefined).join(' · ');
}
