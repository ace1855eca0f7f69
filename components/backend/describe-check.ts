import type { BackendDescription } from '@/lib/backends/backend.ts';
import type { CheckId, CheckLine } from '@/lib/backends/connection/check-line.ts';
import { LOCAL, probeLength } from '@/lib/backends/connection/probe-request.ts';

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

/** What a check costs, before it is made. */
export function describeCost(backend: BackendDescription | undefined): string {
  const session = 'None of it is part of the session.';
  if (backend === undefined || backend.kind === 'emulator')
    return `Requests to the emulator, free of charge. ${session}`;
  const length = new Intl.NumberFormat('en-US').format(probeLength(backend.kind));
  return LOCAL.has(backend.kind)
    ? `Some thirty requests, most of them short and about a dozen of ${length} tokens. ${session}`
    : `Two requests of about ${length} tokens each, paid for with the key. ${session}`;
}

/** All lines in a sentence. */
export function describeLines(lines: readonly CheckLine[], total: number, isRunning: boolean): string {
  const failed = lines.filter(({ state }) => state === 'failed').length;
  if (isRunning) return `Checking: ${lines.length} of ${total} …`;
  if (lines.length === 0) return 'Nothing was asked yet.';
  const done = `${lines.filter(({ state }) => state !== 'skipped').length} of ${total}`;
  return failed === 0 ? `${done} asked, none failed.` : `${done} asked, ${failed} failed.`;
}
