import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { Layer } from '@/lib/prompt/block.ts';
import type { PromptInput, Turn } from '@/lib/prompt/prompt-input.ts';
import { wholePart } from '@/lib/prompt/select-prompt.ts';
import type { PromptPart } from '@/lib/prompt/system-prompt.ts';
import { rememberLast } from '@/lib/remember.ts';
import { turnBlockId } from './turn-block-id.ts';
import { turnContent } from './turn-content.ts';
import type { ContentBlockParam } from './wire.ts';

/** A block before it is marked and placed on the wire. */
export interface DraftBlock {
  readonly id: string;
  readonly title: string;
  readonly layer: Layer;
  readonly part: PromptPart;
  /** The mark that the rules place, if any. */
  readonly ruled: 'global' | 'org' | 'rolling' | undefined;
  /** The block as it is sent, but for its mark; absent: `part` as a text block. */
  readonly content?: ContentBlockParam;
  /** The object it was imported as (see TurnBlock). */
  readonly wire?: string | undefined;
}

/** A message before it is marked. */
export interface DraftMessage {
  readonly role: Turn['role'];
  readonly blocks: readonly DraftBlock[];
  /** The message it was imported as (see Turn). */
  readonly wire?: string | undefined;
}

/**
 * User context, turns, then what is typed; with `rolling`, the last block of the last user message asks for a mark. The same list for as
 * long as nothing in it changes.
 */
export function messageDrafts(
  { userContext, mcpAnnouncement }: Pick<AssembledPrompt, 'userContext' | 'mcpAnnouncement'>,
  { conversation, memoryFiles, draft }: PromptInput,
  rolling: boolean,
): readonly DraftMessage[] {
  return makeDrafts(userContext, mcpAnnouncement, turnMessages(conversation, memoryFiles), draft, rolling);
}

const makeDrafts = rememberLast(
  (
    userContext: PromptPart | undefined,
    mcpAnnouncement: PromptPart | undefined,
    turns: readonly DraftMessage[],
    draft: string,
    rolling: boolean,
  ): readonly DraftMessage[] => {
    const context = block('user-context', 'User context', 'memory', userContext);
    const announced = block('mcp-announcement', 'MCP instructions', 'volatile', mcpAnnouncement);
    const typed = wholePart(draft, { type: 'draft' }, 'conversation');
    const next = block('draft', 'Next message', 'conversation', draft === '' ? undefined : typed);
    const messages: DraftMessage[] = [
      { role: 'user', blocks: context },
      ...turns,
      { role: 'user', blocks: [...announced, ...next] },
    ];
    const sent = messages.filter(({ blocks }) => blocks.length > 0);
    const lastUser = sent.findLast(({ role }) => role === 'user');
    return rolling ? sent.map((message) => (message === lastUser ? withRollingMark(message) : message)) : sent;
  },
);

const turnMessages = rememberLast(
  (conversation: PromptInput['conversation'], memoryFiles: PromptInput['memoryFiles']): readonly DraftMessage[] =>
    conversation.map((turn, index) => ({
      role: turn.role,
      blocks: turnDrafts(turn, index + 1, { memoryFiles }),
      wire: turn.wire,
    })),
);

function turnDrafts(turn: Turn, number: number, input: Pick<PromptInput, 'memoryFiles'>): DraftBlock[] {
  const { id, role, text, blocks } = turn;
  const title = `Turn ${number}, ${role}`;
  if (!blocks) return block(`turn:${id}`, title, 'conversation', wholePart(text, { type: 'turn', id }, 'conversation'));
  return blocks.map((each, index): DraftBlock => {
    const { block: content, part } = turnContent(each, turn, input);
    return {
      id: turnBlockId(id, each.id),
      title: blocks.length === 1 ? title : `${title}, block ${index + 1}`,
      layer: part.spans[0]?.layer ?? 'conversation',
      part,
      ruled: undefined,
      content,
      wire: each.wire,
    };
  });
}

function block(id: string, title: string, layer: Layer, part: PromptPart | undefined): DraftBlock[] {
  return part ? [{ id, title, layer, part, ruled: undefined }] : [];
}

function withRollingMark({ role, blocks, wire }: DraftMessage): DraftMessage {
  return {
    role,
    wire,
    blocks: blocks.map((each, index) => (index === blocks.length - 1 ? { ...each, ruled: 'rolling' } : each)),
  };
}
