import { valueWords } from '@/lib/json-value.ts';
import { rememberEach } from '@/lib/remember.ts';
import { faultAt, NO_FAULTS, type RequestFault } from './request-fault.ts';
import type { ContentBlockParam, MessageCreateParamsBase, MessageParam, ToolUnion } from './wire.ts';

/** What the provider accepts as a tool name. */
export const TOOL_NAME = /^[a-zA-Z0-9_-]{1,128}$/;

/** Faults of tool names, of the choice among them, and of calls without results and results without calls. */
export function toolFaults(request: MessageCreateParamsBase): RequestFault[] {
  const names = request.tools ? nameFaults(request.tools) : NO_FAULTS;
  return [...names, ...choiceFaults(request), ...pairFaults(request.messages)];
}

const nameFaults = rememberEach((tools: readonly ToolUnion[]): readonly RequestFault[] => {
  const seen = new Set<string>();
  return tools.flatMap((tool, index) => {
    if (!('name' in tool) || typeof tool.name !== 'string') return [];
    const repeated = seen.has(tool.name);
    seen.add(tool.name);
    if (repeated) return [{ path: `tools.${index}.name`, message: 'tools: Tool names must be unique.' }];
    const custom = tool.type === undefined || tool.type === null || tool.type === 'custom';
    if (!custom || TOOL_NAME.test(tool.name)) return [];
    return [faultAt(`tools.${index}.custom.name`, `String should match pattern '${TOOL_NAME.source}'`)];
  });
});

function choiceFaults({ tools = [], tool_choice: choice }: MessageCreateParamsBase): RequestFault[] {
  if (!choice) return [];
  if (!['auto', 'any', 'tool', 'none'].includes(choice.type)) {
    const expected = "does not match any of the expected tags: 'auto', 'any', 'tool', 'none'";
    return [faultAt('tool_choice', `Input tag '${valueWords(choice.type)}' found using 'type' ${expected}`)];
  }
  if (tools.length === 0) {
    return [faultAt('tool_choice', 'tool_choice may only be specified while providing tools.')];
  }
  if (choice.type !== 'tool' || tools.some((tool) => 'name' in tool && tool.name === choice.name)) return [];
  return [{ path: 'tool_choice.name', message: `Tool '${choice.name}' not found in provided tools` }];
}

const blocksOf = (message: MessageParam | undefined): ContentBlockParam[] =>
  message === undefined || typeof message.content === 'string' ? [] : message.content;

/** Messages of one role in a row count as one; a system message between them does not part them. */
function turns(messages: readonly MessageParam[]): number[][] {
  const groups: { role: string; indices: number[] }[] = [];
  for (const [index, { role }] of messages.entries()) {
    const open = groups.at(-1);
    if (role === 'system') continue;
    if (open?.role === role) open.indices.push(index);
    else groups.push({ role, indices: [index] });
  }
  return groups.map(({ indices }) => indices);
}

const pairFaults = rememberEach((messages: readonly MessageParam[]): readonly RequestFault[] => {
  const groups = turns(messages);
  return groups.flatMap((indices, group) => {
    const called = new Set((groups[group - 1] ?? []).flatMap((index) => callIds(messages[index])));
    const answered = new Set((groups[group + 1] ?? []).flatMap((index) => resultIds(messages[index])));
    const isLast = group === groups.length - 1;
    return indices.flatMap((index) => {
      const open = isLast ? [] : callIds(messages[index]).filter((id) => !answered.has(id));
      return [...strayResults(messages[index], index, called), ...openCalls(open, index)];
    });
  });
});

const callIds = (message: MessageParam | undefined): string[] =>
  blocksOf(message).flatMap((block) => (block.type === 'tool_use' ? [block.id] : []));

const resultIds = (message: MessageParam | undefined): string[] =>
  blocksOf(message).flatMap((block) => (block.type === 'tool_result' ? [block.tool_use_id] : []));

function strayResults(message: MessageParam | undefined, index: number, called: ReadonlySet<string>): RequestFault[] {
  return blocksOf(message).flatMap((block, part) => {
    if (block.type !== 'tool_result' || called.has(block.tool_use_id)) return [];
    const problem =
      `unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${block.tool_use_id}. ` +
      'Each `tool_result` block must have a corresponding `tool_use` block in the previous message.';
    return [faultAt(`messages.${index}.content.${part}`, problem)];
  });
}

function openCalls(ids: readonly string[], index: number): RequestFault[] {
  if (ids.length === 0) return [];
  const problem =
    `\`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${ids.join(', ')}. ` +
    'Each `tool_use` block must have a corresponding `tool_result` block in the next message.';
  return [faultAt(`messages.${index}`, problem)];
}
