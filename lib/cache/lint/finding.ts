import type { LintCode } from './lint-rules.ts';

/** Something found in a request: at the block with this path (`''`: the whole), characters `start`–`end` of its text. */
export interface Finding {
  readonly code: LintCode;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** What was found, in a sentence of its own. */
  readonly message: string;
}
