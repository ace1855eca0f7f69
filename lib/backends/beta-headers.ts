import { cacheControl, flattenRequest } from '@/lib/request/flatten-request.ts';
import { SCOPE_BETA } from '@/lib/request/mark-faults.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

/** The beta headers that a request needs to be accepted: `scope` on a mark is read under its beta only. */
export function betaHeaders(request: MessageCreateParamsBase): Record<string, string> {
  return hasScope(request) ? { 'anthropic-beta': SCOPE_BETA } : {};
}

function hasScope(request: MessageCreateParamsBase): boolean {
  if (!Array.isArray(request.messages)) return false;
  return flattenRequest(request).some(({ value }) => 'scope' in Object(cacheControl(value) ?? {}));
}
