/** What a check asks, in the order in which it does. */
export const CHECKS = [
  'reachable',
  'authorised',
  'models',
  'format',
  'streams',
  'cached-tokens',
  'arithmetic',
  'joins',
  'header',
  'block-size',
] as const;

export type CheckId = (typeof CHECKS)[number];

/**
 * One answer. `passed` and `failed` are measured, with the fix for what failed; `noted` is measured and neither good nor bad; `unknown`
 * was asked and could not be told apart; `skipped` was not asked, for the reason in `detail`.
 */
export interface CheckLine {
  readonly id: CheckId;
  readonly state: 'passed' | 'failed' | 'noted' | 'unknown' | 'skipped';
  readonly detail: string;
  readonly fix?: string;
}

export const passed = (id: CheckId, detail: string): CheckLine => ({ id, state: 'passed', detail });
export const failedCheck = (id: CheckId, detail: string, fix: string): CheckLine => ({
  id,
  state: 'failed',
  detail,
  fix,
});
export const noted = (id: CheckId, detail: string, fix?: string): CheckLine => ({
  id,
  state: 'noted',
  detail,
  ...(fix !== undefined && { fix }),
});
export const unknown = (id: CheckId, detail: string, fix?: string): CheckLine => ({
  id,
  state: 'unknown',
  detail,
  ...(fix !== undefined && { fix }),
});
export const skipped = (id: CheckId, detail: string): CheckLine => ({ id, state: 'skipped', detail });
