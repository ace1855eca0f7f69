import type { FlatBlock } from './flatten-request.ts';

/** The provider's limit on marks in one request, over tools, system and messages together (caching rules §3). */
const MAX_BREAKPOINTS = 4;

/** An illegal choice of marks: `message` is the provider's own text, `path` the block to mend, `fix` what to do. */
export interface BreakpointViolation {
  readonly code: 'too-many' | 'ttl-order' | 'empty-text' | 'thinking';
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** Everything wrong with a request's marks, in the order in which the provider checks; the provider reports the first. */
export function breakpointViolations(blocks: readonly FlatBlock[]): BreakpointViolation[] {
  const marked = blocks.filter((block) => block.breakpoint !== undefined);
  return [...unmarkable(marked), ...tooMany(marked), ...misordered(marked)];
}

function unmarkable(marked: readonly FlatBlock[]): BreakpointViolation[] {
  return marked.flatMap(({ path, value }): BreakpointViolation[] => {
    if (value.type === 'thinking' || value.type === 'redacted_thinking') {
      const message = `${path}.${value.type}.cache_control: Extra inputs are not permitted`;
      return [
        { code: 'thinking', path, message, fix: 'Take the mark off: thinking is cached as part of the prefix anyway.' },
      ] as const;
    }
    if (value.type === 'text' && value.text === '') {
      const message = `${path}.text: cache_control cannot be set for empty text blocks`;
      return [{ code: 'empty-text', path, message, fix: 'Write some text, or take the mark off.' }];
    }
    return [];
  });
}

function tooMany(marked: readonly FlatBlock[]): BreakpointViolation[] {
  const extra = marked[MAX_BREAKPOINTS];
  if (!extra) return [];
  const message = `A maximum of ${MAX_BREAKPOINTS} blocks with cache_control may be provided. Found ${marked.length}.`;
  return [
    { code: 'too-many', path: extra.path, message, fix: `Take ${marked.length - MAX_BREAKPOINTS} of the marks off.` },
  ];
}

function misordered(marked: readonly FlatBlock[]): BreakpointViolation[] {
  const firstShort = marked.findIndex((block) => block.breakpoint === '5m');
  const late = marked.find((block, index) => firstShort !== -1 && index > firstShort && block.breakpoint === '1h');
  if (!late) return [];
  const message =
    `${late.path}.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. ` +
    'Note that blocks are processed in the following order: `tools`, `system`, `messages`.';
  return [{ code: 'ttl-order', path: late.path, message, fix: 'Give the marks before it 1h too, or this one 5m.' }];
}
