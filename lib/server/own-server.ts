import 'server-only';
import * as z from 'zod/mini';
import type { OwnServer } from '@/lib/backends/own-server.ts';
import { describeIssue } from '@/lib/document/describe-issue.ts';
import type { Failure } from '@/lib/errors.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import {
  arithmetic,
  backendFamily,
  backendKind,
  baseUrl,
  upstreamCheck,
} from '@/lib/server/configuration/configuration-schema.ts';
import { type AddressKind, addressKind } from '@/lib/server/network/address-kind.ts';
import { addressRefusal } from '@/lib/server/network/address-refusal.ts';
import { guardedFetch } from '@/lib/server/network/guarded-fetch.ts';
import { type Connection, connect } from './connection.ts';
import { isDirectCall, isLocalMode } from './local-mode.ts';
import { visitorKeyOf } from './visitor-key.ts';

const schema: z.ZodMiniType<OwnServer> = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  kind: backendKind,
  baseUrl,
  family: z.exactOptional(backendFamily),
  upstream: z.exactOptional(backendKind),
  arithmetic: z.exactOptional(arithmetic),
});

/**
 * The server that a call names for itself. Refused outside local mode, and where the call came through a proxy; the address must be on
 * loopback or in a private network, which is checked again whenever a connection is made. The operator's keys are out of its reach.
 */
export function ownBackend(value: unknown, headers: Headers): Result<Connection> {
  if (!isLocalMode() || !isDirectCall(headers)) return failed(NOT_LOCAL);
  const parsed = schema.check(upstreamCheck).safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = ['server', ...(issue?.path ?? [])].join('.');
    return failed({
      code: 'request-invalid',
      message: describeIssue(issue),
      place,
      fix: 'Correct it, then send again.',
    });
  }
  const { name, kind, family, arithmetic: measured, baseUrl: url } = parsed.data;
  const { hostname } = new URL(url);
  const literal = addressKind(hostname);
  if (literal && !isNear(literal)) return failed(addressRefusal(hostname, literal));
  return success(
    connect({
      description: { id: 'own', name, kind, key: 'visitor', ...(family && { family }) },
      ...(measured && { arithmetic: measured }),
      baseURL: url.replace(/\/+$/, ''),
      keyFor: (options) => visitorKeyOf(options, name),
      fetch: nearbyFetch,
      clock: Date.now,
    }),
  );
}

const isNear = (kind: AddressKind): boolean => kind === 'loopback' || kind === 'private';

const nearbyFetch = guardedFetch({ allows: isNear });

const NOT_LOCAL: Failure = {
  code: 'address-refused',
  message: 'This server takes no addresses from visitors: others can reach it too.',
  place: 'server',
  fix: 'Ask whoever runs it to declare the backend in strata.config.json, or run Strata on your own machine.',
};
