import type { CheckId, CheckLine } from '@/lib/backends/connection/check-line.ts';

const TITLES: Readonly<Record<CheckId, string>> = {
  reachable: 'Reachable',
  authorised: 'Authorised',
  models: 'Models',
  format: 'Format accepted',
  streams: 'Streams',
  'cached-tokens': 'Reports cached tokens',
  arithmetic: 'Input figure',
  joins: 'Joins blocks',
  header: 'Billing header',
  'block-size': 'Prefix-cache block',
};

export const checkTitle = ({ id }: CheckLine): string => TITLES[id];

const STATES: Readonly<Record<CheckLine['state'], string>> = {
  passed: 'passed',
  failed: 'failed',
  noted: 'found',
  unknown: 'not known',
  skipped: 'not asked',
};

/** The state in a word; nothing is passed off as measured that was not. */
export const stateWord = ({ state }: CheckLine): string => STATES[state];

/** All lines in a sentence. */
export function describeLines(lines: readonly CheckLine[], total: number, isRunning: boolean): string {
  const failed = lines.filter(({ state }) => state === 'failed').length;
  const done = `${lines.length} of ${total}`;
  if (isRunning) return `Checking: ${done} …`;
  if (lines.length === 0) return 'Nothing was asked yet.';
  return failed === 0 ? `${done} asked, none failed.` : `${done} asked, ${failed} failed.`;
}
