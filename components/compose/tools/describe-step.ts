import type { Tool } from '@/lib/prompt/tool.ts';

/** What has become of a tool that was to move up (-1) or down (1), for people who do not see it. */
export function describeStep(tools: readonly Tool[], id: string, by: -1 | 1): string {
  const tool = tools.find((each) => each.id === id);
  const group = tools.filter((each) => each.server === tool?.server);
  const at = group.findIndex((each) => each.id === id);
  const end = by < 0 ? 0 : group.length - 1;
  return `${tool?.name ?? 'Tool'}: position ${at + 1} of ${group.length}${at === end ? `, the ${by < 0 ? 'first' : 'last'}` : ''}.`;
}
