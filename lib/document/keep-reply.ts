import type { MessageParam } from '@/lib/request/wire.ts';
import type { Document } from './document.ts';

/**
 * The message that was sent and the reply to it become turns of the conversation, once; the draft is emptied if it was that message.
 */
export function keepReply(document: Document, sent: MessageParam | undefined, reply: string, id: string): Document {
  if (document.conversation.some((turn) => turn.id === `${id}-assistant`)) return document;
  const text = sentText(sent);
  const asked = text === '' ? [] : [{ id: `${id}-user`, role: 'user', text } as const];
  return {
    ...document,
    conversation: [...document.conversation, ...asked, { id: `${id}-assistant`, role: 'assistant', text: reply }],
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
