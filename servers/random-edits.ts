import fc from 'fast-check';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

/** What a person does to a conversation between two requests. Numbers choose the place, modulo what there is. */
export type Edit =
  | { readonly type: 'same' }
  | { readonly type: 'answer-and-ask'; readonly answer: string; readonly question: string }
  | { readonly type: 'change-system'; readonly block: number; readonly at: number; readonly text: string }
  | { readonly type: 'add-system'; readonly text: string }
  | { readonly type: 'remove-system'; readonly block: number }
  | { readonly type: 'change-header'; readonly hash: string }
  | { readonly type: 'change-question'; readonly message: number; readonly text: string }
  | { readonly type: 'cut-back'; readonly messages: number };

export interface Draft {
  /** The attribution header's changing part; `undefined`: there is no header. */
  readonly hash: string | undefined;
  readonly system: readonly string[];
  readonly said: readonly string[];
}

const word = fc.constantFrom(
  'cache ',
  'prefix ',
  'Ünïcode ',
  '日本 ',
  'tokens, ',
  '{"a": 1} ',
  'the\n',
  '  ',
  '12345 ',
  '😀 ',
);
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => `${all.join('')}x`);
const place = fc.nat({ max: 1_000 });
const hash = fc.constantFrom('0a1b2', 'fffff', '12345', 'deadb');

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant('same' as const) }),
  fc.record({ type: fc.constant('answer-and-ask' as const), answer: words(30), question: words(30) }),
  fc.record({ type: fc.constant('change-system' as const), block: place, at: place, text: words(4) }),
  fc.record({ type: fc.constant('add-system' as const), text: words(60) }),
  fc.record({ type: fc.constant('remove-system' as const), block: place }),
  fc.record({ type: fc.constant('change-header' as const), hash }),
  fc.record({ type: fc.constant('change-question' as const), message: place, text: words(20) }),
  fc.record({ type: fc.constant('cut-back' as const), messages: place }),
);

const draft: fc.Arbitrary<Draft> = fc.record({
  hash: fc.option(hash, { nil: undefined }),
  system: fc.array(words(120), { minLength: 1, maxLength: 4 }),
  said: fc.array(words(40), { minLength: 1, maxLength: 1 }),
});

/** A conversation and what is done to it, step by step. */
export const editSequence = fc.tuple(draft, fc.array(edit, { minLength: 3, maxLength: 5 }));

export function edited({ hash, system, said }: Draft, edit: Edit): Draft {
  switch (edit.type) {
    case 'same':
      return { hash, system, said };
    case 'answer-and-ask':
      return { hash, system, said: [...said, edit.answer, edit.question] };
    case 'change-system': {
      const index = edit.block % system.length;
      const old = system[index] ?? '';
      const letters = [...old];
      letters.splice(edit.at % letters.length, 1, edit.text);
      return { hash, system: system.with(index, letters.join('')), said };
    }
    case 'add-system':
      return { hash, system: [...system, edit.text], said };
    case 'remove-system':
      return { hash, system: system.length > 1 ? system.toSpliced(edit.block % system.length, 1) : system, said };
    case 'change-header':
      return { hash: edit.hash, system, said };
    case 'change-question':
      return { hash, system, said: said.with(edit.message % said.length, edit.text) };
    case 'cut-back':
      return { hash, system, said: said.slice(0, 1 + 2 * (edit.messages % Math.ceil(said.length / 2))) };
  }
}

/** One token of answer, so that nothing but the prompt stays in the server's slot. */
export function requestOf({ hash, system, said }: Draft, model: string): MessageCreateParamsBase {
  const header = `x-anthropic-billing-header: cc_version=2.1.240.abc; cc_entrypoint=cli; cch=${hash};`;
  const texts = hash === undefined ? system : [header, ...system];
  return {
    model,
    max_tokens: 1,
    system: texts.map((text) => ({ type: 'text', text })),
    messages: said.map((content, index) => ({ role: index % 2 ? 'assistant' : 'user', content })),
  };
}
