import type { Fields } from '@/lib/json-value.ts';
import type { VirtualFile } from '@/lib/memory/memory-file.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { TurnBlock } from '@/lib/prompt/turn-block.ts';
import { turnBlockId } from '@/lib/request/turn-block-id.ts';
import { blankFields, markOf } from './blank-fields.ts';
import { readBlock } from './read-block.ts';
import { readReminder } from './read-reminder.ts';

/** A message of a request whose shape has been checked. */
interface WireMessage extends Fields {
  readonly role: Turn['role'];
  readonly content: string | readonly Fields[];
}

export interface ReadMessages {
  readonly conversation: readonly Turn[];
  readonly memoryFiles: readonly VirtualFile[];
  /** Marks by the id of the request block. */
  readonly marks: Readonly<Record<string, '5m' | '1h'>>;
  /** The mark on the last block of the last user message, which moves on with the conversation. */
  readonly rolling: '5m' | '1h' | undefined;
  /** How many blocks are reminders of the client. */
  readonly reminders: number;
}

/** The messages as turns: their blocks, the memory files in their reminders, and where the marks stand. */
export function readMessages(messages: readonly WireMessage[]): ReadMessages {
  const files = new Map<string, string>();
  const marks = new Map<string, '5m' | '1h'>();
  let reminders = 0;
  const readContent = (value: Fields, id: string, role: Turn['role']): TurnBlock => {
    const block = readBlock(value, id);
    if (block.type !== 'text' || role === 'assistant') return block;
    if (/^\s*<system-reminder>/.test(block.text)) reminders += 1;
    const reminder = readReminder(block.text, new Set(files.keys()));
    if (!reminder) return block;
    for (const { path, text } of reminder.files) files.set(path, text);
    const { wire } = block;
    return { id, type: 'context', parts: reminder.parts, ...(wire !== undefined && { wire }) };
  };
  const conversation = messages.map((message, index): Turn => {
    const { role, content } = message;
    const id = `turn-${index + 1}`;
    const given = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
    const blocks = given.map((value, at) => readContent(value, `block-${at + 1}`, role));
    const wire = typeof content === 'string' ? blank(message, '') : blankFields(message, { role, content });
    const [first] = blocks;
    const isText = blocks.length === 1 && first?.type === 'text' && first.wire === undefined;
    for (const [at, value] of given.entries()) {
      const ttl = markOf(value);
      if (ttl) marks.set(isText ? `turn:${id}` : turnBlockId(id, `block-${at + 1}`), ttl);
    }
    const frame = { id, role, ...(wire !== undefined && { wire }) };
    return isText ? { ...frame, text: first.text } : { ...frame, text: '', blocks };
  });
  const rollingId = lastUserBlock(conversation);
  const rolling = rollingId === undefined ? undefined : marks.get(rollingId);
  if (rollingId !== undefined) marks.delete(rollingId);
  return {
    conversation,
    memoryFiles: Array.from(files, ([path, text]) => ({ path, text })),
    marks: Object.fromEntries(marks),
    rolling,
    reminders,
  };
}

/** A message with its content emptied, as a text. */
const blank = (message: WireMessage, content: string): string => JSON.stringify({ ...message, content });

function lastUserBlock(conversation: readonly Turn[]): string | undefined {
  const turn = conversation.findLast(({ role }) => role === 'user');
  if (!turn) return undefined;
  const block = turn.blocks?.at(-1);
  return turn.blocks ? block && turnBlockId(turn.id, block.id) : `turn:${turn.id}`;
}
