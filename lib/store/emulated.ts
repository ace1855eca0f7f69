import type { EmulatorRequest } from '@/lib/backends/backend.ts';
import { type CacheRules, DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { backendKind } from './chosen-backend.ts';
import type { WorkbenchState } from './workbench-store.ts';

type Emulating = Pick<WorkbenchState, 'backends' | 'emulator'>;

const isEmulator = (state: Emulating, backend: string): boolean => backendKind(state, backend) === 'emulator';

/** The rules by which a backend caches: the emulator can be told to read the attribution header as text. */
export function backendRules(state: Emulating, backend: string): CacheRules {
  return isEmulator(state, backend) && state.emulator.keepsHeader ? KEEPING_RULES : DEFAULT_RULES;
}

const KEEPING_RULES: CacheRules = { ...DEFAULT_RULES, stripsAttributionHeader: false };

/** How far a backend's clock is ahead of the page's, in milliseconds: only the emulator's can be. */
export function backendAhead(state: Emulating, backend: string): number {
  return isEmulator(state, backend) ? state.emulator.ahead : 0;
}

/** What a request to a backend says of its clock and rules; `now` is that backend's, in epoch milliseconds. */
export function emulatorRequest(state: Emulating, backend: string, now: number): { emulator?: EmulatorRequest } {
  if (!isEmulator(state, backend)) return {};
  const { ahead, keepsHeader } = state.emulator;
  const asked = { ...(ahead > 0 && { now: Math.round(now) }), ...(keepsHeader && { keepsHeader }) };
  return Object.keys(asked).length > 0 ? { emulator: asked } : {};
}
