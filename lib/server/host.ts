import 'server-only';

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
