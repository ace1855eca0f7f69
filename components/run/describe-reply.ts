import type { Run } from '@/lib/store/run.ts';

/** What a reply holds beside its text: thinking, and the tools it calls. */
export function describeBlocks(blocks: NonNullable<Run['blocks']>): string {
  const calls = blocks.flatMap(({ block }) => (block.type === 'tool_use' ? [block.name] : []));
  const thoughts = blocks.filter(({ block }) => block.type === 'thinking' || block.type === 'redacted_thinking').length;
  const others = blocks.length - calls.length - thoughts;
  return [
    ...(thoughts > 0 ? ['thinking'] : []),
    ...(calls.length > 0 ? [`calls ${calls.join(', ')}`] : []),
    ...(others > 0 ? [`${others} other ${others === 1 ? 'block' : 'blocks'}`] : []),
  ].join(' · ');
}
