import 'server-only';
import type { BackendDescription, SendOptions } from '@/lib/backends/backend.ts';
import { vendorModels } from '@/lib/backends/vendor-models.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { configuration, type Environment } from '@/lib/server/configuration/configuration.ts';
import { type DeclaredBackend, EMULATOR_ID } from '@/lib/server/configuration/declared-backend.ts';
import { inProcessFetch } from '@/lib/server/emulator/in-process-fetch.ts';
import { nativeSha256, serverEmulator } from '@/lib/server/emulator/server-emulator.ts';
import { type Connection, connect } from './connection.ts';
import { declaredFetch } from './declared-fetch.ts';
import { visitorKeyOf } from './visitor-key.ts';

/** What the page may know of each backend, the emulator first. */
export function describeBackends(environment: Environment = process.env): BackendDescription[] {
  const declared = configuration(environment).backends.map((each) => declaredBackend(each, environment));
  return [emulatorBackend(), ...declared].map(({ description }) => {
    const models = description.models ?? vendorModels(description.kind);
    return models ? { ...description, models } : description;
  });
}

/** The id of the backend that a new visitor starts with. */
export function defaultBackend(environment: Environment = process.env): string {
  return configuration(environment).default;
}

/** A configured backend by its id. */
export function findBackend(id: string, environment: Environment = process.env): Connection | undefined {
  if (id === EMULATOR_ID) return emulatorBackend();
  const declared = configuration(environment).backends.find((each) => each.id === id);
  return declared && declaredBackend(declared, environment);
}

/** A little slower than it must be, so that streaming and Stop can be seen. */
const LATENCY = '120,18';

function emulatorBackend(): Connection {
  return connect({
    description: { id: EMULATOR_ID, name: 'Emulator', kind: 'emulator', key: 'none' },
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

function declaredBackend(declared: DeclaredBackend, environment: Environment): Connection {
  const { id, name, kind, family, upstream, arithmetic, baseUrl, keyVariable, models } = declared;
  const serverKey = keyVariable === undefined ? undefined : environment[keyVariable]?.trim() || undefined;
  const key = serverKey ? 'server' : keyVariable === undefined ? 'none' : 'visitor';
  return connect({
    description: {
      ...{ id, name, kind, key },
      ...(models.length > 0 && { models }),
      ...(family && { family }),
      ...(upstream && { upstream }),
    },
    ...(arithmetic && { arithmetic }),
    baseURL: baseUrl,
    ...(kind === 'anthropic' && { diagnoses: true }),
    keyFor: (options) => keyFor(options, name, serverKey, key === 'visitor'),
    fetch: declaredFetch(declared, environment),
    clock: Date.now,
  });
}

/** The visitor's own key where there is one, else the operator's. */
function keyFor(
  options: SendOptions,
  name: string,
  serverKey: string | undefined,
  isNeeded: boolean,
): Result<string | undefined> {
  const own = visitorKeyOf(options, name);
  if (!own.ok || own.value !== undefined || !isNeeded) return own.ok ? success(own.value ?? serverKey) : own;
  return failed({
    code: 'backend-refused-key',
    message: `${name} needs a key of yours: this server has none.`,
    place: 'key',
    fix: 'Enter your key; it is sent with this request only and kept nowhere. Or send to the emulator, which needs none.',
  });
}
