import { isFields } from '@/lib/json-value.ts';
import { rememberEach } from '@/lib/remember.ts';
import { CONTENT_KINDS, contentShapeFaults } from './content-shape-faults.ts';
import { faultAt, itemFaults, NO_FAULTS, type RequestFault, type RequestRules } from './request-fault.ts';

/** Wrong or missing types, in the order of the fields; nothing else can be checked before they are right. */
export function shapeFaults(value: unknown, rules: RequestRules): RequestFault[] {
  if (!isFields(value)) return [faultAt('', 'The request body must be a JSON object.')];
  return [
    ...modelShape(value['model']),
    ...(rules.counting ? [] : maxTokensShape(value['max_tokens'])),
    ...messagesShape(value['messages']),
    ...systemShape(value['system']),
    ...toolsShape(value['tools']),
    ...['tool_choice', 'thinking', 'output_config', 'metadata'].flatMap((key) => recordShape(key, value[key])),
    ...(value['stream'] === undefined || typeof value['stream'] === 'boolean'
      ? []
      : [faultAt('stream', 'Input should be a valid boolean')]),
  ];
}

const missing = (path: string): RequestFault => faultAt(path, 'Field required');

function modelShape(model: unknown): RequestFault[] {
  if (model === undefined) return [missing('model')];
  if (typeof model !== 'string') return [faultAt('model', 'Input should be a valid string')];
  return model === '' ? [faultAt('model', 'String should have at least 1 character')] : [];
}

function maxTokensShape(maxTokens: unknown): RequestFault[] {
  if (maxTokens === undefined) return [missing('max_tokens')];
  if (!Number.isSafeInteger(maxTokens)) return [faultAt('max_tokens', 'Input should be a valid integer')];
  return Number(maxTokens) < 0 ? [faultAt('max_tokens', 'Input should be greater than or equal to 0')] : [];
}

function messagesShape(messages: unknown): readonly RequestFault[] {
  if (messages === undefined) return [missing('messages')];
  if (!Array.isArray(messages)) return [faultAt('messages', 'Input should be a valid list')];
  if (messages.length === 0) return [faultAt('messages', 'at least one message is required')];
  return messageListShape(messages);
}

const messageListShape = rememberEach((messages: readonly unknown[]) =>
  itemFaults(messages, (message, index) => messageShape(`messages.${index}`, message)),
);

function messageShape(path: string, message: unknown): readonly RequestFault[] {
  if (!isFields(message)) return [faultAt(path, 'Input should be a valid dictionary')];
  const { role, content } = message;
  const faults = content === undefined ? [missing(`${path}.content`)] : contentShapeFaults(`${path}.content`, content);
  if (role === 'user' || role === 'assistant' || role === 'system') return faults;
  const fault =
    role === undefined ? missing(`${path}.role`) : faultAt(`${path}.role`, "Input should be 'user' or 'assistant'");
  return [fault, ...faults];
}

function systemShape(system: unknown): readonly RequestFault[] {
  if (system === undefined) return NO_FAULTS;
  const faults = contentShapeFaults('system', system);
  if (faults.length > 0 || !Array.isArray(system)) return faults;
  return itemFaults(system, (block: { type: string }, index) =>
    block.type === 'text' ? NO_FAULTS : [faultAt(`system.${index}.type`, "Input should be 'text'")],
  );
}

function toolsShape(tools: unknown): readonly RequestFault[] {
  if (tools === undefined) return NO_FAULTS;
  if (!Array.isArray(tools)) return [faultAt('tools', 'Input should be a valid list')];
  return toolListShape(tools);
}

const toolListShape = rememberEach((tools: readonly unknown[]) =>
  itemFaults(tools, (tool, index) => {
    const path = `tools.${index}`;
    if (!isFields(tool)) return [faultAt(path, 'Input should be a valid dictionary')];
    const type = tool['type'] ?? 'custom';
    if (typeof type !== 'string') return [faultAt(`${path}.type`, 'Input should be a valid string')];
    if (CONTENT_KINDS.has(type)) {
      const tag = `Input tag '${type}' found using 'type' does not match any of the expected tags`;
      return [faultAt(path, tag, 'This is a kind of content. A tool of your own has the type "custom", or none.')];
    }
    if (type !== 'custom') return [];
    const faults = schemaShape(`${path}.custom.input_schema`, tool['input_schema']);
    return typeof tool['name'] === 'string' ? faults : [missing(`${path}.custom.name`), ...faults];
  }),
);

function schemaShape(path: string, schema: unknown): RequestFault[] {
  if (schema === undefined) return [missing(path)];
  return isFields(schema) && schema['type'] === undefined ? [missing(`${path}.type`)] : recordShape(path, schema);
}

function recordShape(path: string, value: unknown): RequestFault[] {
  return value === undefined || value === null || isFields(value)
    ? []
    : [faultAt(path, 'Input should be a valid dictionary')];
}
