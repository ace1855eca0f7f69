import { rememberEach } from '@/lib/remember.ts';
import { cacheControl } from './flatten-request.ts';
import { faultAt, NO_FAULTS, type RequestFault, type RequestRules } from './request-fault.ts';
import type { MessageCreateParamsBase, MessageParam } from './wire.ts';

/** Faults of the texts and of the order of roles. */
export function messageFaults(request: MessageCreateParamsBase, rules: RequestRules): RequestFault[] {
  const { messages, system } = request;
  return [
    ...(Array.isArray(system) ? textFaults('system', 'system', system) : []),
    ...(rules.midConversationSystem === false ? withoutSystemRole : withSystemRole)(messages),
    ...(messages[0]?.role === 'assistant'
      ? [{ path: 'messages.0', message: 'messages: first message must use the "user" role' }]
      : []),
    ...prefillFaults(messages, rules),
  ];
}

/** Of each message in its order, on models that take system messages among them, and on those that do not. */
const withSystemRole = rememberEach((messages: readonly MessageParam[]) => eachMessage(messages, true));
const withoutSystemRole = rememberEach((messages: readonly MessageParam[]) => eachMessage(messages, false));

function eachMessage(messages: readonly MessageParam[], takesSystem: boolean): readonly RequestFault[] {
  return messages.flatMap((message, index) => {
    const faults = contentFaults(message, index, messages.length - 1);
    return message.role === 'system' ? [...faults, ...systemRoleFaults(messages, index, takesSystem)] : faults;
  });
}

function contentFaults({ role, content }: MessageParam, index: number, last: number): RequestFault[] {
  const empty = content.length === 0;
  if (empty && !(role === 'assistant' && index === last)) {
    const problem = 'all messages must have non-empty content except for the optional final assistant message';
    return [faultAt(`messages.${index}`, problem, 'Write something in this message, or remove it.')];
  }
  const blocks = typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content;
  return empty ? [] : textFaults('messages', `messages.${index}.content`, blocks);
}

/** Empty texts; one that is marked besides is named with its mark (breakpoints.ts). */
function textFaults(level: string, path: string, blocks: readonly { readonly type: string }[]): RequestFault[] {
  return blocks.flatMap((block, index): readonly RequestFault[] => {
    if (block.type !== 'text') return NO_FAULTS;
    const text = (block as { readonly text?: unknown }).text;
    if (typeof text !== 'string' || /\S/.test(text)) return NO_FAULTS;
    if (text === '' && cacheControl(block)) return NO_FAULTS;
    const problem = text === '' ? 'must be non-empty' : 'must contain non-whitespace text';
    const message = `${level}: text content blocks ${problem}`;
    return [{ path: `${path}.${index}.text`, message, fix: 'Write some text, or remove the block.' }];
  });
}

/** Mid-conversation system messages: after a user's, last or before the assistant's, on models that take them. */
function systemRoleFaults(messages: readonly MessageParam[], index: number, takesSystem: boolean): RequestFault[] {
  const path = `messages.${index}.role`;
  if (!takesSystem) {
    const fix = 'Put the text into the top-level system prompt, or choose a model that takes system messages.';
    return [{ path, message: "role 'system' is not supported on this model", fix }];
  }
  const before = messages[index - 1];
  const after = messages[index + 1];
  const follows = before?.role === 'user' || (before?.role === 'assistant' && endsInServerTool(before));
  if (follows && (after === undefined || after.role === 'assistant')) return [];
  const problem = 'a system message must follow a user message, and be last or followed by an assistant message';
  return [faultAt(path, problem)];
}

function endsInServerTool({ content }: MessageParam): boolean {
  const last = typeof content === 'string' ? undefined : content.at(-1)?.type;
  return last === 'server_tool_use' || (last !== 'tool_result' && last?.endsWith('_tool_result') === true);
}

function prefillFaults(messages: readonly MessageParam[], rules: RequestRules): RequestFault[] {
  const last = messages.findLastIndex(({ role }) => role !== 'system');
  const message = messages[last];
  if (message?.role !== 'assistant' || endsInServerTool(message)) return [];
  if (rules.prefill === false) {
    const text =
      'This model does not support assistant message prefill. The conversation must end with a user message.';
    return [{ path: `messages.${last}`, message: text, fix: 'Write a next message.' }];
  }
  const tail = typeof message.content === 'string' ? message.content : message.content.at(-1);
  const text = typeof tail === 'string' ? tail : tail?.type === 'text' ? tail.text : '';
  return /\s$/.test(text)
    ? [{ path: `messages.${last}`, message: 'messages: final assistant content cannot end with trailing whitespace' }]
    : [];
}
