import { failed, type Result, success } from '@/lib/result.ts';
import { type ApiFault, invalidRequest } from './api-fault.ts';
import { readScriptedReply, type ScriptedReply } from './scripted-reply.ts';

/** What a test may ask of one request by headers. Times are milliseconds; without `now`, the server's clock counts. */
export interface Controls {
  readonly now: number | undefined;
  readonly latency: { readonly first: number; readonly between: number };
  readonly fault: InjectedFault | undefined;
  /** Makes the ids of the answer follow from this text. */
  readonly seed: string | undefined;
  readonly script: ScriptedReply | undefined;
  /** The attribution header is read as text, as on servers that do not know it. */
  readonly keepsAttribution: boolean;
}

export type InjectedFault = (typeof FAULTS)[number];

const FAULTS = ['429', '529', '500', 'cut', 'slow'] as const;
const MAX_LATENCY = 60_000;
/** What `slow` comes to when no latency is asked for. */
const SLOW: Controls['latency'] = { first: 2000, between: 250 };
const LATENCY = /^\s*(\d{1,6})\s*(?:,\s*(\d{1,6})\s*)?$/;

/** Reads the `x-emulator-…` headers; a value that cannot be read is a 400 that names its header. */
export function readControls(headers: Headers): Result<Controls, ApiFault> {
  const now = readNow(headers.get('x-emulator-now'));
  if (!now.ok) return now;
  const latency = readLatency(headers.get('x-emulator-latency'));
  if (!latency.ok) return latency;
  const asked = headers.get('x-emulator-fault')?.trim();
  const fault = FAULTS.find((known) => known === asked);
  if (asked && !fault) return failed(invalidRequest(`x-emulator-fault: Input should be one of ${FAULTS.join(', ')}`));
  const script = readScriptedReply(headers.get('x-emulator-reply'));
  if (!script.ok) return script;
  const attribution = headers.get('x-emulator-attribution')?.trim() ?? '';
  if (!['', 'drop', 'keep'].includes(attribution))
    return failed(invalidRequest('x-emulator-attribution: Input should be one of drop, keep'));
  const isSlow = fault === 'slow' && !headers.get('x-emulator-latency')?.trim();
  return success({
    now: now.value,
    latency: isSlow ? SLOW : latency.value,
    fault,
    seed: headers.get('x-emulator-seed')?.trim() || undefined,
    script: script.value,
    keepsAttribution: attribution === 'keep',
  });
}

function readNow(value: string | null): Result<number | undefined, ApiFault> {
  if (value === null || value.trim() === '') return success(undefined);
  const now = /^\s*\d+\s*$/.test(value) ? Number(value) : Date.parse(value);
  const fault = 'x-emulator-now: Input should be an ISO 8601 time or milliseconds since 1970';
  return Number.isSafeInteger(now) ? success(now) : failed(invalidRequest(fault));
}

function readLatency(value: string | null): Result<Controls['latency'], ApiFault> {
  if (value === null || value.trim() === '') return success({ first: 0, between: 0 });
  const [, first, between] = LATENCY.exec(value) ?? [];
  const latency = { first: Number(first), between: Number(between ?? 0) };
  if (latency.first <= MAX_LATENCY && latency.between <= MAX_LATENCY) return success(latency);
  const fault = `x-emulator-latency: Input should be "first,between" in milliseconds, each at most ${MAX_LATENCY}`;
  return failed(invalidRequest(fault));
}
