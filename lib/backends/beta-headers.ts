import type { Fields } from '@/lib/json-value.ts';
import { FIELD_BETAS, SCOPE_BETA } from '@/lib/request/betas.ts';
import { cacheControl, flattenRequest } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

/** The betas that a request needs to be accepted: for `scope` on a mark, and for fields of its own that are not at their default. */
export function neededBetas(request: MessageCreateParamsBase): string[] {
  const given: Fields = { ...request };
  const isAsked = (value: unknown, only?: string) => value !== undefined && value !== null && value === (only ?? value);
  const fields = FIELD_BETAS.filter(({ field, only }) => isAsked(given[field], only));
  return [...(hasScope(request) ? [SCOPE_BETA] : []), ...fields.map(({ beta }) => beta)];
}

/** The same as the header that asks for them; none where none is needed. */
export function betaHeaders(request: MessageCreateParamsBase): Record<string, string> {
  const betas = neededBetas(request);
  return betas.length > 0 ? { 'anthropic-beta': betas.join(',') } : {};
}

function hasScope(request: MessageCreateParamsBase): boolean {
  if (!Array.isArray(request.messages)) return false;
  return flattenRequest(request).some(({ value }) => 'scope' in Object(cacheControl(value) ?? {}));
}
