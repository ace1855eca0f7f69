import { automaticMark } from './automatic-mark.ts';
import type { BreakpointViolation } from './breakpoint-violation.ts';
import { type FlatBlock, MAX_BREAKPOINTS, type Ttl } from './flatten-request.ts';
import { type RequestMark, requestMarks } from './request-marks.ts';

/**
 * Everything wrong with a request's marks, in the order in which the provider checks; the provider reports the first. `automatic` is
 * the lifetime of a top-level `cache_control`.
 */
export function breakpointViolations(blocks: readonly FlatBlock[], automatic?: Ttl): BreakpointViolation[] {
  const marks = requestMarks(blocks);
  const found = automaticMark(blocks, automatic);
  const placed = found.ok ? found.value : undefined;
  const extra = placed && { path: '', blockPath: placed.path, ttl: placed.ttl, type: undefined, isEmptyText: false };
  return [
    ...unmarkable(marks),
    ...tooMany(marks),
    ...(found.ok ? [] : [found.failure]),
    ...misordered(extra ? withAutomatic(blocks, marks, extra) : marks),
  ];
}

/** The automatic mark among the others, at its place: behind it come at most blocks that cannot be marked. */
function withAutomatic(blocks: readonly FlatBlock[], marks: readonly RequestMark[], extra: RequestMark): RequestMark[] {
  const order = new Map(blocks.map(({ path }, index) => [path, index]));
  const at = order.get(extra.blockPath) ?? 0;
  const next = marks.findIndex(({ blockPath }) => (order.get(blockPath) ?? 0) > at);
  return marks.toSpliced(next === -1 ? marks.length : next, 0, extra);
}

function unmarkable(marks: readonly RequestMark[]): BreakpointViolation[] {
  return marks.flatMap(({ path, type, isEmptyText }): BreakpointViolation[] => {
    if (type === 'thinking' || type === 'redacted_thinking') {
      const message = `${path}.${type}.cache_control: Extra inputs are not permitted`;
      return [
        { code: 'thinking', path, message, fix: 'Take the mark off: thinking is cached as part of the prefix anyway.' },
      ] as const;
    }
    if (isEmptyText) {
      const message = `${path}.text: cache_control cannot be set for empty text blocks`;
      return [{ code: 'empty-text', path, message, fix: 'Write some text, or take the mark off.' }];
    }
    return [];
  });
}

function tooMany(marks: readonly RequestMark[]): BreakpointViolation[] {
  const extra = marks[MAX_BREAKPOINTS];
  if (!extra) return [];
  const message = `A maximum of ${MAX_BREAKPOINTS} blocks with cache_control may be provided. Found ${marks.length}.`;
  return [
    { code: 'too-many', path: extra.path, message, fix: `Take ${marks.length - MAX_BREAKPOINTS} of the marks off.` },
  ];
}

function misordered(marks: readonly RequestMark[]): BreakpointViolation[] {
  const firstShort = marks.findIndex(({ ttl }) => ttl === '5m');
  const late = marks.find(({ ttl }, index) => firstShort !== -1 && index > firstShort && ttl === '1h');
  if (!late) return [];
  const place = late.path === '' ? 'cache_control.ttl' : `${late.path}.cache_control.ttl`;
  const message =
    `${place}: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. ` +
    'Note that blocks are processed in the following order: `tools`, `system`, `messages`.';
  const path = late.path === '' ? late.blockPath : late.path;
  return [{ code: 'ttl-order', path, message, fix: 'Give the marks before it 1h too, or this one 5m.' }];
}
