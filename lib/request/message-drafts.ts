import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { Layer } from '@/lib/prompt/block.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import { wholePart } from '@/lib/prompt/select-prompt.ts';
import type { PromptPart } from '@/lib/prompt/system-prompt.ts';

/** A text block before it is marked and placed on the wire. */
export interface DraftBlock {
  readonly id: string;
  readonly title: string;
  readonly layer: Layer;
  readonly part: PromptPart;
  /** The mark that the rules place, if any. */
  readonly ruled: 'global' | 'org' | 'rolling' | undefined;
}

/** A message before it is marked. */
export interface DraftMessage {
  readonly role: 'user' | 'assistant';
  readonly blocks: readonly DraftBlock[];
}

/** User context, turns, then what is typed; with `rolling`, the last block of the last user message asks for a mark. */
export function messageDrafts(prompt: AssembledPrompt, input: PromptInput, rolling: boolean): DraftMessage[] {
  const context = block('user-context', 'User context', 'memory', prompt.userContext);
  const announced = block('mcp-announcement', 'MCP instructions', 'volatile', prompt.mcpAnnouncement);
  const typed = wholePart(input.draft, { type: 'draft' }, 'conversation');
  const next = block('draft', 'Next message', 'conversation', input.draft === '' ? undefined : typed);
  const messages: DraftMessage[] = [
    { role: 'user', blocks: context },
    ...input.conversation.map(({ id, role, text }, index): DraftMessage => {
      const part = wholePart(text, { type: 'turn', id }, 'conversation');
      return { role, blocks: block(`turn:${id}`, `Turn ${index + 1}, ${role}`, 'conversation', part) };
    }),
    { role: 'user', blocks: [...announced, ...next] },
  ];
  const sent = messages.filter(({ blocks }) => blocks.length > 0);
  const lastUser = sent.findLast(({ role }) => role === 'user');
  return rolling ? sent.map((message) => (message === lastUser ? withRollingMark(message) : message)) : sent;
}

function block(id: string, title: string, layer: Layer, part: PromptPart | undefined): DraftBlock[] {
  return part ? [{ id, title, layer, part, ruled: undefined }] : [];
}

function withRollingMark({ role, blocks }: DraftMessage): DraftMessage {
  return {
    role,
    blocks: blocks.map((each, index) => (index === blocks.length - 1 ? { ...each, ruled: 'rolling' } : each)),
  };
}
