/**
 * The value of `anthropic-beta` under which the provider reads `cache_control.scope`: neither in its types nor documented, seen in
 * captures of real requests (third parties, 2026-07 and 2026-10; caching rules §9).
 */
export const SCOPE_BETA = 'prompt-caching-scope-2026-01-05';

/**
 * Fields that are read under a beta only, with the one value that needs it where another is the default (types of the SDK, 1.11.0, read
 * 2026-11-21; some models take `speed` without).
 */
export const FIELD_BETAS: readonly { readonly field: string; readonly only?: string; readonly beta: string }[] = [
  { field: 'speed', only: 'fast', beta: 'fast-mode-2026-02-01' },
  { field: 'context_management', beta: 'context-management-2025-06-27' },
];
