import { failed, type Result, success } from '@/lib/result.ts';
import type { BreakpointViolation } from './breakpoint-violation.ts';
import { type FlatBlock, MAX_BREAKPOINTS, type Ttl } from './flatten-request.ts';
import { requestMarks } from './request-marks.ts';

/** Where a top-level `cache_control` acts: the block it marks, with its TTL. */
export interface AutomaticMark {
  readonly path: string;
  readonly ttl: Ttl;
}

/**
 * Resolves a top-level `cache_control` (caching rules §3): it marks the last block that can be marked and takes one of the four marks;
 * `undefined` when that block has the same mark already, or no block can have one. The texts of its two refusals are not published.
 */
export function automaticMark(
  blocks: readonly FlatBlock[],
  ttl: Ttl | undefined,
): Result<AutomaticMark | undefined, BreakpointViolation> {
  const target = ttl && blocks.findLast(canBeMarked);
  if (!ttl || !target) return success(undefined);
  if (target.breakpoint === ttl) return success(undefined);
  if (target.breakpoint) {
    const message = `cache_control.ttl: automatic caching asks for ttl='${ttl}', but the last block is marked with ttl='${target.breakpoint}'.`;
    const fix = 'Give both the same lifetime, or take one of them off.';
    return failed({ code: 'automatic-ttl', path: target.path, message, fix });
  }
  if (requestMarks(blocks).length >= MAX_BREAKPOINTS) {
    const message = `cache_control: automatic caching needs one of the ${MAX_BREAKPOINTS} blocks with cache_control, and all of them are taken.`;
    const fix = 'Take one of the marks off, or switch automatic caching off.';
    return failed({ code: 'too-many', path: target.path, message, fix });
  }
  return success({ path: target.path, ttl });
}

/** Thinking and empty text cannot carry a mark; automatic caching passes over them. */
export function canBeMarked({ value }: FlatBlock): boolean {
  if (value.type === 'thinking' || value.type === 'redacted_thinking') return false;
  return value.type !== 'text' || value.text !== '';
}
