import { describe, expect, it } from 'vitest';
import { assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import { buildRequest } from '@/lib/request/build-request.ts';
import type { MessageParam } from '@/lib/request/wire.ts';
import { keepReply } from './keep-reply.ts';
import { parseDocument } from './parse-document.ts';
import { PRESETS } from './presets.ts';

const { document } = PRESETS[0];
const model = { id: document.model, name: document.model, structuredOutputs: true };
const sent = buildRequest(assemblePrompt(document, model, 1), document, document).request.messages.at(-1);
const kept = keepReply(document, sent, 'The reply', 'run-1');
const added = (from = document, each = kept) => each.conversation.slice(from.conversation.length);

describe('keeping a reply', () => {
  it('EDIT-3 makes what was sent and the reply to it two turns, and empties the draft', () => {
    expect(added()).toEqual([
      { id: 'run-1-user', role: 'user', text: document.draft },
      { id: 'run-1-assistant', role: 'assistant', text: 'The reply' },
    ]);
    expect(kept.draft).toBe('');
    expect({ ...kept, conversation: [], draft: '' }).toEqual({ ...document, conversation: [], draft: '' });
  });

  it('EDIT-3 leaves a draft that was begun since', () => {
    const begun = { ...document, draft: 'And then?' };
    expect(keepReply(begun, sent, 'The reply', 'run-1').draft).toBe('And then?');
  });

  it('EDIT-3 takes what the user typed, not the reminders in front of it', () => {
    const message: MessageParam = {
      role: 'user',
      content: [
        { type: 'text', text: '<system-reminder>Files</system-reminder>' },
        { type: 'text', text: 'My question' },
      ],
    };
    expect(added(document, keepReply(document, message, 'R', 'x'))[0]).toMatchObject({ text: 'My question' });
    const plain: MessageParam = { role: 'user', content: 'My question' };
    expect(added(document, keepReply(document, plain, 'R', 'x'))[0]).toMatchObject({ text: 'My question' });
  });

  it.each<[string, MessageParam | undefined]>([
    ['no message', undefined],
    ["the assistant's", { role: 'assistant', content: 'Mine' }],
    ['an empty one', { role: 'user', content: '' }],
    ['one without text', { role: 'user', content: [] }],
  ])('EDIT-3 keeps the reply alone when the last message was %s', (_, message) =>
    expect(added(document, keepReply(document, message, 'R', 'x'))).toEqual([
      { id: 'x-assistant', role: 'assistant', text: 'R' },
    ]),
  );

  it('EDIT-3 keeps a reply once, so that the document can still be read', () => {
    expect(keepReply(kept, sent, 'The reply', 'run-1')).toBe(kept);
    expect(parseDocument(keepReply(kept, sent, 'Another', 'run-2')).ok).toBe(true);
  });
});

describe('keeping a reply of blocks', () => {
  const blocks = [
    { id: 'block-1', type: 'thinking', text: 'Hm.', signature: 's' },
    { id: 'block-2', type: 'tool-use', call: 't', name: 'Read', input: '{}' },
  ] as const;

  it('EDIT-3 keeps its thinking and its tool calls in their order', () => {
    expect(added(document, keepReply(document, sent, blocks, 'x')).at(-1)).toEqual({
      id: 'x-assistant',
      role: 'assistant',
      text: '',
      blocks,
    });
  });

  it('EDIT-3 leaves what was sent as the last turn where it stands', () => {
    const asked = { ...document, draft: '', conversation: [{ id: 'q', role: 'user', text: 'My question' } as const] };
    const plain: MessageParam = { role: 'user', content: 'My question' };
    expect(added(asked, keepReply(asked, plain, 'R', 'x'))).toHaveLength(1);
  });
});
