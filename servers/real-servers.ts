import type { Backend } from '@/lib/backends/backend.ts';
import { BACKEND_KINDS, type BackendFamily, type BackendKind } from '@/lib/backends/backend-kind.ts';
import { createBackend } from '@/lib/backends/create-backend.ts';
import { success } from '@/lib/result.ts';

/** A server that runs, as scripts/test-backends.mjs names it. */
export interface RealServer {
  readonly kind: BackendKind;
  readonly url: string;
  readonly key?: string;
  readonly model: string;
}

/** All of them; without the script there are none. */
export function realServers(): RealServer[] {
  const named: unknown = JSON.parse(process.env['STRATA_REAL_SERVERS'] ?? '[]');
  return Array.isArray(named) ? named.filter((server) => BACKEND_KINDS.includes(server?.kind)) : [];
}

export const findServer = (kind: BackendKind): RealServer | undefined =>
  realServers().find((server) => server.kind === kind);

export interface RealBackendOptions {
  readonly family?: BackendFamily;
  readonly key?: string;
  readonly url?: string;
}

/** A backend at a real server, with another key or address where a fault is wanted. */
export function realBackend(
  server: RealServer,
  { family, key = server.key, url = server.url }: RealBackendOptions = {},
): Backend {
  return createBackend({
    description: {
      ...{ id: server.kind, name: server.kind, kind: server.kind, key: key ? 'server' : 'none' },
      ...(family && { family }),
    },
    baseURL: url,
    keyFor: () => success(key),
    clock: Date.now,
  });
}
