import 'server-only';
import type { Backend, BackendDescription, SendOptions } from '@/lib/backends/backend.ts';
import { createBackend } from '@/lib/backends/create-backend.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { inProcessFetch } from '@/lib/server/emulator/in-process-fetch.ts';
import { nativeSha256, serverEmulator } from '@/lib/server/emulator/server-emulator.ts';

/**
 * The variables that configure the backends. `ANTHROPIC_API_KEY`: the operator's key, at whose cost every visitor then sends.
 * `ANTHROPIC_BASE_URL`: honoured only beside `STRATA_USE_ANTHROPIC_BASE_URL=1`, for many shells set it for other programs.
 */
export type BackendEnvironment = Readonly<Record<string, string | undefined>>;

/** What the page may know of each configured backend, the default first. */
export function describeBackends(environment: BackendEnvironment = process.env): BackendDescription[] {
  return configuredBackends(environment).map(({ description }) => description);
}

/** A configured backend by its id. */
export function findBackend(id: string, environment: BackendEnvironment = process.env): Backend | undefined {
  return configuredBackends(environment).find(({ description }) => description.id === id);
}

function configuredBackends(environment: BackendEnvironment): Backend[] {
  return [emulatorBackend(), anthropicBackend(environment)];
}

/** A little slower than it must be, so that streaming and Stop can be seen. */
const LATENCY = '120,18';

function emulatorBackend(): Backend {
  return createBackend({
    description: { id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none' },
    baseURL: 'http://emulator.invalid',
    fetch: inProcessFetch(serverEmulator),
    headers: { 'x-emulator-latency': LATENCY },
    headersFor: ({ emulator }) => ({
      ...(emulator?.now !== undefined && { 'x-emulator-now': String(emulator.now) }),
      ...(emulator?.keepsHeader && { 'x-emulator-attribution': 'keep' }),
    }),
    // A session is a workspace of its own; hashed, because it may hold what a header cannot.
    keyFor: ({ session }) => success(`playground-${nativeSha256(session)}`),
    clock: Date.now,
  });
}

const ANTHROPIC = 'https://api.anthropic.com';

function anthropicBackend(environment: BackendEnvironment): Backend {
  const serverKey = environment['ANTHROPIC_API_KEY']?.trim() || undefined;
  const declared = environment['STRATA_USE_ANTHROPIC_BASE_URL'] === '1' ? environment['ANTHROPIC_BASE_URL'] : undefined;
  return createBackend({
    description: { id: 'anthropic', name: 'Anthropic', kind: 'anthropic', key: serverKey ? 'server' : 'visitor' },
    baseURL: declared || ANTHROPIC,
    diagnoses: true,
    keyFor: (options) => (serverKey ? success(serverKey) : visitorKey(options)),
    clock: Date.now,
  });
}

function visitorKey({ visitorKey: key }: SendOptions): Result<string> {
  if (key && /^[\x21-\x7e]{1,512}$/.test(key)) return success(key);
  return failed({
    code: 'backend-refused-key',
    message: key
      ? 'The key holds characters that no Anthropic key has.'
      : 'Anthropic needs a key of yours: this server has none.',
    place: 'key',
    fix: 'Enter your key; it is sent with this request only and kept nowhere. Or send to the emulator, which needs none.',
  });
}
