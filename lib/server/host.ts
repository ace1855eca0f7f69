import 'server-only';
import type { Environment } from '@/lib/server/configuration/configuration.ts';

/** Name and port of a Host header or of an entry of the list, normalised; the port is '' when it is not given. */
function parseHost(host: string): { readonly name: string; readonly port: string } | undefined {
  if (!/^[^\s/\\?#@]+$/.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  const url = new URL(`http://${host}`);
  return { name: url.hostname, port: url.port };
}

const isLoopback = (name: string): boolean =>
  name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);

/**
 * Whether a request for this Host may be answered: loopback on any port, or an entry of `allowed`
 * (comma-separated names; with a port, that port only). Any other name may be one that DNS points here to reach us.
 */
export function isAllowedHost(host: string | null, allowed: string | undefined): boolean {
  if (last?.host !== host || last.allowed !== allowed) last = { host, allowed, answer: decide(host, allowed) };
  return last.answer;
}

/** What to tell who starts a server that others can reach and that answers nobody but this machine; all of its environment must be read. */
export function hostNotice(environment: Environment): string | undefined {
  if (environment['STRATA_LISTENS_ON_LOOPBACK'] === '1' || environment['STRATA_ALLOWED_HOSTS']?.trim())
    return undefined;
  return [
    'Only requests for localhost will be answered. To use other names or addresses, list them in',
    'STRATA_ALLOWED_HOSTS, for example STRATA_ALLOWED_HOSTS=strata.example.com,192.168.1.20:3000',
  ].join('\n');
}

/** The last question with its answer: nearly every request asks the same. */
let last: { readonly host: string | null; readonly allowed: string | undefined; readonly answer: boolean } | undefined;

function decide(host: string | null, allowed: string | undefined): boolean {
  const asked = host === null ? undefined : parseHost(host);
  if (!asked) return false;
  if (isLoopback(asked.name)) return true;
  return (allowed ?? '')
    .split(',')
    .map((entry) => parseHost(entry.trim()))
    .some((entry) => entry?.name === asked.name && (entry.port === '' || entry.port === asked.port));
}
