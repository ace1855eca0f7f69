import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { TurnBlock } from '@/lib/prompt/turn-block.ts';
import { turnText } from '@/lib/prompt/turn-text.ts';
import type { MessageParam } from '@/lib/request/wire.ts';
import type { Document } from './document.ts';

/**
 * The message that was sent (unless it is the last turn) and the reply to it, text or blocks, become turns of the conversation, once; the
 * draft is emptied if it was that message.
 */
export function keepReply(
  document: Document,
  sent: MessageParam | undefined,
  reply: string | readonly TurnBlock[],
  id: string,
): Document {
  if (document.conversation.some((turn) => turn.id === `${id}-assistant`)) return document;
  const text = sentText(sent);
  const last = document.conversation.at(-1);
  const isTurn = last?.role === 'user' && turnText(last) === text;
  const asked = text === '' || isTurn ? [] : [{ id: `${id}-user`, role: 'user', text } as const];
  const answer: Turn = {
    id: `${id}-assistant`,
    role: 'assistant',
    ...(typeof reply === 'string' ? { text: reply } : { text: '', blocks: reply }),
  };
  return {
    ...document,
    conversation: [...document.conversation, ...asked, answer],
    draft: document.draft === text ? '' : document.draft,
  };
}

/** What the user typed is the last text block of the message; the ones before it are reminders. */
function sentText(message: MessageParam | undefined): string {
  if (message?.role !== 'user') return '';
  if (typeof message.content === 'string') return message.content;
  const last = message.content.at(-1);
  return last?.type === 'text' ? last.text : '';
}
