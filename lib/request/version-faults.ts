import { rememberEach } from '@/lib/remember.ts';
import { faultAt, itemFaults, NO_FAULTS, type RequestFault, type RequestRules } from './request-fault.ts';
import type { ContentBlockParam, MessageCreateParamsBase, MessageParam } from './wire.ts';

/** What API versions from 2026-10-21 on no longer take (caching rules §13). The texts for blocks are not published, so they are ours. */
export function versionFaults(request: MessageCreateParamsBase, { formerFields }: RequestRules): RequestFault[] {
  if (formerFields !== false) return [];
  const sampling = ['temperature', 'top_p', 'top_k'].filter((key) => key in request);
  return [...formerBlocks(request.messages), ...sampling.map((key) => faultAt(key, 'Extra inputs are not permitted'))];
}

const formerBlocks = rememberEach((messages: readonly MessageParam[]) =>
  itemFaults(messages, ({ role, content }, index) =>
    typeof content === 'string'
      ? NO_FAULTS
      : itemFaults(content, (block, part) => blockFaults(role, block, `messages.${index}.content.${part}`)),
  ),
);

function blockFaults(role: MessageParam['role'], block: ContentBlockParam, path: string): readonly RequestFault[] {
  if (role === 'assistant' && block.type === 'document') {
    const fix = 'Put the document into a message of the user.';
    return [faultAt(path, '`document` blocks are not permitted in assistant messages', fix)];
  }
  if (role === 'user' && block.type === 'text' && block.citations && block.citations.length > 0) {
    const fix = 'Take the citations off: they belong to answers.';
    return [faultAt(`${path}.text.citations`, 'citations are not permitted on text of the user', fix)];
  }
  return NO_FAULTS;
}
