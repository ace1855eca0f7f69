import 'server-only';
import type { Failure } from '@/lib/errors.ts';
import { failureResponse } from './failure-response.ts';
import { isAllowedHost } from './host.ts';

/** Why a request for this Host is not answered; undefined when it is. Stops DNS rebinding, for pages and routes alike. */
export function hostFailure(headers: Headers): Failure | undefined {
  const host = headers.get('host');
  if (isAllowedHost(host, process.env['STRATA_ALLOWED_HOSTS'])) return undefined;
  return {
    code: 'host-refused',
    message: `This server does not answer to the host ${JSON.stringify(host ?? '')}.`,
    place: 'Host header',
    fix: 'Open it as http://localhost, or add the host to STRATA_ALLOWED_HOSTS and restart.',
  };
}

/** Why a call that another site's page makes is not answered. SDKs and curl send neither header and pass. */
function originFailure(headers: Headers): Failure | undefined {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const foreignSite = site === 'cross-site' || site === 'same-site';
  if (!foreignSite && (origin === null || isSameHost(origin, headers.get('host')))) return undefined;
  return {
    code: 'host-refused',
    message: `This server does not answer calls from pages of another site${origin === null ? '' : ` (${origin})`}.`,
    place: origin === null ? 'Sec-Fetch-Site header' : 'Origin header',
    fix: 'Call it from its own page, or from a program. Behind a reverse proxy, pass the Host header on unchanged.',
  };
}

/** Compared with the origin's scheme, so that a default port may be written or not. */
function isSameHost(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  const own = `${protocol}//${host}`;
  return originHost !== '' && URL.canParse(own) && new URL(own).host === originHost;
}

/** Wraps the handler of every API method: foreign hosts get 421, foreign pages 403, before the handler runs. */
export function guarded<C = unknown>(
  handler: (request: Request, context: C) => Response | Promise<Response>,
): (request: Request, context: C) => Promise<Response> {
  return async (request, context) => {
    const host = hostFailure(request.headers);
    if (host) return failureResponse(host, 421);
    const origin = originFailure(request.headers);
    if (origin) return failureResponse(origin, 403);
    return handler(request, context);
  };
}
