import type { Fields } from '@/lib/json-value.ts';
import { cacheControl, flattenRequest } from '@/lib/request/flatten-request.ts';
import { SCOPE_BETA } from '@/lib/request/mark-faults.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

/** Fields that are read under a beta only (types of the SDK, 1.11.0, read 2026-11-21; some models take `speed` without). */
const FIELD_BETAS = [
  ['speed', 'fast-mode-2026-02-01'],
  ['context_management', 'context-management-2025-06-27'],
] as const;

/** The betas that a request needs to be accepted: for `scope` on a mark, and for fields of its own. */
export function neededBetas(request: MessageCreateParamsBase): string[] {
  const given: Fields = { ...request };
  const fields = FIELD_BETAS.filter(([field]) => given[field] !== undefined && given[field] !== null);
  return [...(hasScope(request) ? [SCOPE_BETA] : []), ...fields.map(([, beta]) => beta)];
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
