import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageCreateParamsBase, MessageParam, ToolUnion } from '@/lib/request/wire.ts';
import { type InputUsage, totalInputTokens } from '@/lib/usage/usage.ts';
import { DEFAULT_RULES } from './cache-rules.ts';
import { commonPrefixLength } from './common-prefix.ts';
import { DEEPSEEK } from './deepseek-policy.ts';
import { sha256Hex } from './digest.ts';
import { GEMINI } from './gemini-policy.ts';
import {
  LLAMA_CPP,
  LLAMA_CPP_ONE_TEXT,
  LLAMA_CPP_PARTS,
  SGLANG,
  VLLM,
  VLLM_ONE_TEXT,
  VLLM_PARTS,
} from './kv-policy.ts';
import { messagesPolicy } from './messages-cache.ts';
import { OPENAI_AUTOMATIC, OPENAI_BREAKPOINTS, OPENAI_EXPLICIT } from './openai-policy.ts';
import type { CachePolicy, PolicyCache } from './policy.ts';
import { policyFor } from './policy-for.ts';
import type { ChainOptions } from './prefix-chain.ts';
import { UNKNOWN } from './unknown-policy.ts';

/** One token a character, so that prefixes can be counted by hand; no frame. */
const OPTIONS: ChainOptions = {
  model: { minimumPrefixTokens: 1024, toolPromptTokens: { auto: 9, forced: 9 }, frameTokens: 0 },
  workspace: 'w',
  count: (text) => text.length,
  digest: sha256Hex,
  rules: DEFAULT_RULES,
};
const POLICIES = [
  messagesPolicy(),
  OPENAI_AUTOMATIC,
  OPENAI_BREAKPOINTS,
  OPENAI_EXPLICIT,
  VLLM,
  LLAMA_CPP,
  SGLANG,
  VLLM_ONE_TEXT,
  LLAMA_CPP_PARTS,
  DEEPSEEK,
  GEMINI,
  UNKNOWN,
];
const SHARING = [VLLM, LLAMA_CPP, SGLANG, OPENAI_AUTOMATIC];

/** System blocks and user texts as a request; `|` ends a system block, and a final `*` marks it. */
function ask(system: readonly string[], said: readonly string[], model = 'm'): MessageCreateParamsBase {
  return {
    model,
    max_tokens: 1,
    system: system.map((text) => {
      const isMarked = text.endsWith('*');
      const bare = isMarked ? text.slice(0, -1) : text;
      return { type: 'text', text: bare, ...(isMarked && { cache_control: { type: 'ephemeral' } }) };
    }),
    messages: said.map((content, index) => ({ role: index % 2 ? 'assistant' : 'user', content })),
  };
}

function session(policy: CachePolicy) {
  let cache: PolicyCache = policy.empty;
  return {
    usage: (request: MessageCreateParamsBase, now: number) =>
      cache.evaluate(policy.chain(request, OPTIONS), request, now).usage,
    send(request: MessageCreateParamsBase, sentAt = 0, reply = '', delay: number | 'never' = 0): InputUsage {
      const outcome = cache.evaluate(policy.chain(request, OPTIONS), request, sentAt);
      const respondedAt = delay === 'never' ? undefined : sentAt + delay;
      cache = cache.after({ request, outcome, sentAt, respondedAt, reply });
      return outcome.usage;
    },
  };
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 900 });
const long = fc.tuple(fc.constantFrom('x', 'y'), fc.integer({ min: 1, max: 1500 })).map(([c, n]) => c.repeat(n));
const block = fc.oneof(words, long, fc.constantFrom('shared '.repeat(200), 'shared '.repeat(300)));
const request = fc
  .record({
    system: fc.array(block, { minLength: 1, maxLength: 4 }),
    said: fc.array(block, { minLength: 1, maxLength: 4 }),
  })
  .map(({ system, said }) =>
    ask(
      system.map((text, index) => (index % 2 ? text : `${text}*`)),
      said,
    ),
  );

/** What two requests have in common, by a reader who knows nothing of blocks. */
const tale = ({ system, messages }: MessageCreateParamsBase, join: string) =>
  `S${(system as { text: string }[]).map(({ text }) => text).join(join)}${messages.map(({ role, content }) => `\n${role}:${content}`).join('')}`;

describe('every policy', () => {
  for (const policy of POLICIES) {
    it(`POLICY-1 ${policy.id}: parts add up to the total, none is negative, and the blocks say the same`, () => {
      fc.assert(
        fc.property(fc.array(request, { minLength: 1, maxLength: 6 }), (requests) => {
          const { send } = session(policy);
          for (const [index, each] of requests.entries()) {
            const chain = policy.chain(each, OPTIONS);
            const usage = send(each, index);
            expect(totalInputTokens(usage)).toBe(chain.totalTokens);
            for (const figure of Object.values(usage)) expect(figure).toBeGreaterThanOrEqual(0);
          }
        }),
        { numRuns: 60 },
      );
    });

    it(`POLICY-2 ${policy.id}: a prediction changes nothing, and looking twice shows the same`, () => {
      fc.assert(
        fc.property(request, request, (first, second) => {
          const { send, usage } = session(policy);
          send(first);
          const predicted = usage(second, 5);
          usage(first, 5);
          expect(usage(second, 5)).toEqual(predicted);
          expect(send(second, 5)).toEqual(predicted);
        }),
        { numRuns: 30 },
      );
    });

    it(`POLICY-3 ${policy.id}: sending once more never reads less, and the third time reads as the second`, () => {
      fc.assert(
        fc.property(request, (each) => {
          const { send } = session(policy);
          const [first, second, third] = [send(each, 0), send(each, 1), send(each, 2)];
          expect(second.cacheReadTokens).toBeGreaterThanOrEqual(first.cacheReadTokens);
          expect(third).toEqual(second);
        }),
        { numRuns: 60 },
      );
    });

    it(`POLICY-4 ${policy.id}: nothing is read across models, nor of what was never answered, nor before the answer began`, () => {
      const each = ask([`${'long '.repeat(500)}*`], ['hello']);
      const { send } = session(policy);
      expect(send(each, 0, '', 'never').cacheReadTokens).toBe(0);
      expect(send(each, 1, '', 50).cacheReadTokens).toBe(0);
      expect(send(each, 50, '', 50).cacheReadTokens).toBe(0);
      expect(send({ ...each, model: 'other' }, 60).cacheReadTokens).toBe(0);
    });
  }
});

describe('policies that share prefixes of text', () => {
  for (const policy of SHARING) {
    it(`POLICY-5 ${policy.id}: never reads more than what is in common with an earlier prompt`, () => {
      const join = policy === SGLANG ? '\n' : '';
      fc.assert(
        fc.property(fc.array(request, { minLength: 2, maxLength: 5 }), (requests) => {
          const { send } = session(policy);
          for (const [index, each] of requests.entries()) {
            const read = send(each, index).cacheReadTokens;
            const shared = requests
              .slice(0, index)
              .map((earlier) => commonPrefixLength(tale(earlier, join), tale(each, join)));
            expect(read).toBeLessThanOrEqual(Math.max(0, ...shared));
          }
        }),
        { numRuns: 80 },
      );
    });

    it(`POLICY-6 ${policy.id}: an edit further back never reads less`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2999 }), fc.integer({ min: 0, max: 2999 }), (one, other) => {
          const text = 'abc'.repeat(1000);
          const edited = (at: number) => ask([`${text.slice(0, at)}!${text.slice(at + 1)}`], ['hello']);
          const reads = (at: number) => {
            const { send } = session(policy);
            send(ask([text], ['hello']));
            return send(edited(at), 1).cacheReadTokens;
          };
          expect(reads(Math.max(one, other))).toBeGreaterThanOrEqual(reads(Math.min(one, other)));
        }),
        { numRuns: 60 },
      );
    });
  }

  it('POLICY-7: whole blocks of 16 in vLLM, to the token in llama.cpp and SGLang, never the last token', () => {
    const read = (policy: CachePolicy, second: MessageCreateParamsBase) => {
      const { send } = session(policy);
      send(ask(['a'.repeat(100)], ['hello']));
      return send(second, 1).cacheReadTokens;
    };
    const edited = ask([`${'a'.repeat(90)}b`], ['hello']);
    expect([VLLM, LLAMA_CPP, SGLANG].map((policy) => read(policy, edited))).toEqual([80, 90, 90]);
    const same = ask(['a'.repeat(100)], ['hello']);
    expect([VLLM, LLAMA_CPP, SGLANG].map((policy) => read(policy, same))).toEqual([96, 104, 104]);
  });

  it('POLICY-8: llama.cpp’s slot holds the last prompt alone; trees hold them all', () => {
    const [one, other] = [ask(['a'.repeat(100)], ['x']), ask(['b'.repeat(100)], ['x'])];
    const back = (policy: CachePolicy) => {
      const { send } = session(policy);
      for (const [at, each] of [one, other].entries()) send(each, at);
      return send(one, 2).cacheReadTokens;
    };
    expect([VLLM, LLAMA_CPP, SGLANG].map(back)).toEqual([96, 0, 100]);
  });

  it('POLICY-9: what was answered is cached with the prompt', () => {
    for (const policy of [LLAMA_CPP, SGLANG]) {
      const { send } = session(policy);
      send(ask(['a'.repeat(50)], ['hello']), 0, 'world');
      expect(send(ask(['a'.repeat(50)], ['hello', 'world', 'again']), 1).cacheReadTokens).toBe(60);
    }
  });

  it('POLICY-10: system blocks are joined as the server does it', () => {
    const read = (policy: CachePolicy) => {
      const { send } = session(policy);
      send(ask(['a'.repeat(60), 'b'.repeat(60)], ['hello']));
      return send(ask(['a'.repeat(60) + 'b'.repeat(60)], ['hello']), 1).cacheReadTokens;
    };
    expect(read(LLAMA_CPP)).toBe(124);
    expect(read(SGLANG)).toBe(60);
  });

  it('POLICY-11: the billing header is dropped by vLLM, masked by llama.cpp, and breaks SGLang and OpenAI', () => {
    const headed = (cch: string) =>
      ask([`x-anthropic-billing-header: cc_version=2; cc_entrypoint=cli; cch=${cch};`, 'a'.repeat(2000)], ['hello']);
    const read = (policy: CachePolicy) => {
      const { send } = session(policy);
      send(headed('0a1b2'));
      return send(headed('0a1b3'), 1).cacheReadTokens;
    };
    const total = (policy: CachePolicy) => policy.chain(headed('0a1b2'), OPTIONS).totalTokens;
    expect(total(VLLM)).toBe(2005);
    expect(read(VLLM)).toBe(2000);
    expect(read(LLAMA_CPP)).toBe(total(LLAMA_CPP) - 1);
    expect(read(SGLANG)).toBeLessThan(80);
    expect(read(OPENAI_AUTOMATIC)).toBe(0);
    expect(read(messagesPolicy())).toBe(0);
    const text: MessageCreateParamsBase = { ...headed('0a1b2'), system: 'x-anthropic-billing-header: cch=0a1b2; more' };
    expect(VLLM.chain(text, OPTIONS).positions).toHaveLength(2);
  });
});

describe('OpenAI', () => {
  it('POLICY-12: automatic: from 1,024 tokens, in steps of 128, for five idle minutes', () => {
    const reads = (system: number, kept: number, later = 1) => {
      const { send } = session(OPENAI_AUTOMATIC);
      send(ask(['a'.repeat(system)], ['hello']));
      return send(ask([`${'a'.repeat(kept)}b`], ['hello']), later).cacheReadTokens;
    };
    expect(reads(3000, 1023)).toBe(0);
    expect(reads(3000, 1024)).toBe(1024);
    expect(reads(3000, 1151)).toBe(1024);
    expect(reads(3000, 1152)).toBe(1152);
    expect(reads(1000, 1000)).toBe(0);
    expect(reads(3000, 1152, 299_999)).toBe(1152);
    expect(reads(3000, 1152, 300_000)).toBe(0);
  });

  it('POLICY-13: breakpoints: marks and the end are written at 1.25 times input and read to the token, for 30 minutes', () => {
    const { send } = session(OPENAI_BREAKPOINTS);
    const first = send(ask([`${'a'.repeat(2001)}*`], ['hello']), 0);
    expect(first).toEqual({
      inputTokens: 0,
      cacheReadTokens: 0,
      cacheCreation5mTokens: 0,
      cacheCreation1hTokens: 0,
      cacheCreationOtherTokens: 2006,
    });
    const next = ask([`${'a'.repeat(2001)}*`], ['hello', 'world', 'again']);
    expect(send(next, 1)).toMatchObject({ cacheReadTokens: 2006, cacheCreationOtherTokens: 10, inputTokens: 0 });
    const edited = ask([`${'a'.repeat(2001)}*`], ['other']);
    expect(send(edited, 1_800_000)).toMatchObject({ cacheReadTokens: 2001, cacheCreationOtherTokens: 5 });
    expect(send(edited, 3_600_000)).toMatchObject({ cacheReadTokens: 0 });
    const unmarked = session(OPENAI_BREAKPOINTS);
    unmarked.send(ask(['a'.repeat(2001)], ['hello']), 0);
    expect(unmarked.send(ask(['a'.repeat(2001)], ['other']), 1).cacheReadTokens).toBe(0);
  });

  it('POLICY-13: of many marks the latest three count beside the end', () => {
    const { send } = session(OPENAI_BREAKPOINTS);
    const system = [1, 2, 3, 4].map((each) => `${String(each).repeat(1500)}*`);
    send(ask(system, ['hello']));
    expect(send(ask([system[0] ?? '', 'other'], ['hello']), 1).cacheReadTokens).toBe(0);
    expect(send(ask([...system.slice(0, 2), 'other'], ['hello']), 2).cacheReadTokens).toBe(3000);
  });
});

describe('explicit breakpoints of OpenAI', () => {
  it('POLICY-15: only marks are written and read, the latest four of them; the end of the prompt is not', () => {
    const { send } = session(OPENAI_EXPLICIT);
    const first = ask([`${'a'.repeat(2001)}*`], ['hello']);
    expect(send(first, 0)).toMatchObject({ cacheCreationOtherTokens: 2001, inputTokens: 5 });
    expect(send(first, 1)).toMatchObject({ cacheReadTokens: 2001, inputTokens: 5 });
    expect(send(ask(['a'.repeat(2001)], ['hello']), 2)).toMatchObject({ cacheReadTokens: 0, inputTokens: 2006 });
    const many = session(OPENAI_EXPLICIT);
    const system = [1, 2, 3, 4, 5].map((each) => `${String(each).repeat(1500)}*`);
    many.send(ask(system, ['hello']));
    expect(many.send(ask([system[0] ?? '', 'other*'], ['hello']), 1).cacheReadTokens).toBe(0);
    expect(many.send(ask([...system.slice(0, 2), 'other*'], ['hello']), 2).cacheReadTokens).toBe(3000);
  });

  it('POLICY-15: a mark on a tool or a call counts for nothing, for it does not go out', () => {
    const mark = { cache_control: { type: 'ephemeral' } } as const;
    const written = (resultMark: object) => {
      const { model, max_tokens, system, messages } = ask(['a'.repeat(2001)], ['hello']);
      const called: MessageParam[] = [
        ...messages,
        { role: 'assistant', content: [{ type: 'tool_use', id: 'c', name: 'read', input: {}, ...mark }] },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 'c', content: 'b'.repeat(2000), ...resultMark }],
        },
      ];
      const tools: ToolUnion[] = [{ name: 'read', input_schema: { type: 'object' }, ...mark }];
      const { send } = session(OPENAI_EXPLICIT);
      return send({ model, max_tokens, ...(system && { system }), tools, messages: called }, 0)
        .cacheCreationOtherTokens;
    };
    expect(written({}) ?? 0).toBe(0);
    expect(written(mark)).toBeGreaterThan(4000);
  });
});

describe('DeepSeek', () => {
  it('POLICY-16: what was kept whole is read, in units of 64: the end of a prompt, the end of its answer', () => {
    const { send, usage } = session(DEEPSEEK);
    const first = ask(['a'.repeat(1000)], ['hello']);
    expect(send(first, 0, 'An answer.')).toMatchObject({ cacheReadTokens: 0, inputTokens: 1005 });
    expect(usage(first, 1)).toMatchObject({ cacheReadTokens: 960, inputTokens: 45 });
    const longer = ask(['a'.repeat(1000)], ['hello', 'An answer.', 'b'.repeat(500)]);
    expect(usage(longer, 1)).toMatchObject({ cacheReadTokens: 960, cacheCreation5mTokens: 0 });
    expect(usage(ask(['a'.repeat(1000)], ['hello', 'Another one.', 'x']), 1).cacheReadTokens).toBe(960);
    expect(usage(ask(['a'.repeat(990)], ['hello']), 1).cacheReadTokens).toBe(0);
  });

  it('POLICY-16: what two prompts have in common is read by the third, not by the second', () => {
    const { send, usage } = session(DEEPSEEK);
    send(ask(['a'.repeat(1000)], ['one']), 0);
    expect(send(ask(['a'.repeat(1000)], ['two']), 1).cacheReadTokens).toBe(0);
    expect(usage(ask(['a'.repeat(1000)], ['six']), 2).cacheReadTokens).toBe(960);
  });
});

describe('Gemini', () => {
  it('POLICY-17: a prefix from the minimum of its model on, with the answer before it', () => {
    const { send, usage } = session(GEMINI);
    const asked = (model: string, letters: number, said: string) => ask(['a'.repeat(letters)], [said], model);
    for (const [model, minimum] of [
      ['gemini-2.5-pro', 2048],
      ['models/gemini-3.8-flash', 4096],
      ['google/gemini-4-argon', 4096],
      ['gemini-9', 4096],
    ] as const) {
      send(asked(model, minimum - 10, 'one'), 0);
      expect([model, usage(asked(model, minimum - 10, 'two'), 1).cacheReadTokens]).toEqual([model, 0]);
      send(asked(model, minimum, 'one'), 2);
      expect([model, usage(asked(model, minimum, 'two'), 3).cacheReadTokens]).toEqual([model, minimum]);
    }
  });
});

describe('the choice of a policy', () => {
  it('POLICY-14: by the kind of backend where that decides it, else by the model', () => {
    expect(policyFor('emulator', 'claude-opus-5-5').id).toBe('messages');
    expect(policyFor('vllm', 'claude-opus-5-5')).toBe(VLLM);
    expect(policyFor('llamacpp', 'local')).toBe(LLAMA_CPP);
    expect(policyFor('sglang', 'local')).toBe(SGLANG);
    expect(policyFor('vllm', 'local', { family: 'chat-completions' })).toBe(VLLM_ONE_TEXT);
    expect(policyFor('llamacpp', 'local', { family: 'chat-completions' })).toBe(LLAMA_CPP_ONE_TEXT);
    expect(policyFor('llamacpp', 'local', { family: 'responses' })).toBe(LLAMA_CPP_PARTS);
    expect(policyFor('litellm', 'local', { upstream: 'vllm' })).toBe(VLLM_PARTS);
    expect(policyFor('litellm', 'claude-opus-5-5', { upstream: 'anthropic' }).id).toBe('messages');
    for (const kind of ['ollama', 'lmstudio']) expect(policyFor(kind, 'local')).toBe(LLAMA_CPP_ONE_TEXT);
    expect(policyFor(undefined, 'gpt-5.5')).toBe(OPENAI_AUTOMATIC);
    expect(policyFor('openai', 'gpt-5.6-sol')).toBe(OPENAI_BREAKPOINTS);
    expect(policyFor('anthropic', 'claude-99').id).toBe('messages');
    expect(policyFor('deepseek', 'deepseek-chat')).toBe(DEEPSEEK);
    expect(policyFor('gemini-compatible', 'gemini-2.5-pro')).toBe(GEMINI);
    expect(policyFor('litellm', 'mine', { upstream: 'deepseek' })).toBe(DEEPSEEK);
  });

  it('POLICY-14: OpenRouter leaves caching to the vendor that a model is named by', () => {
    const ids = ['anthropic/claude-opus-5.5', 'openai/gpt-5.5', 'openai/gpt-5.6-sol', 'deepseek/deepseek-chat:free'];
    expect(ids.map((id) => policyFor('openrouter', id).id)).toEqual([
      'messages',
      'openai-automatic',
      'openai-breakpoints',
      'deepseek',
    ]);
    expect(policyFor('openrouter', 'google/gemini-2.5-pro')).toBe(GEMINI);
    for (const id of ['google/gemma-3', 'openai/nobody-knows', 'meta/llama', 'llama'])
      expect(policyFor('openrouter', id)).toBe(UNKNOWN);
  });

  it('POLICY-18: where neither backend nor model tells how it caches, nothing is predicted', () => {
    const unknown: [string, string, string?][] = [
      ['other', 'my-model'],
      ['other', 'claude-opus-5-5', 'chat-completions'],
      ['bedrock-compatible', 'us.anthropic.claude'],
      ['litellm', 'my-model'],
      ['openai', 'gpt-99'],
    ];
    for (const [kind, model, family] of unknown)
      expect([kind, policyFor(kind, model, family === undefined ? {} : { family })]).toEqual([kind, UNKNOWN]);
    expect(policyFor('other', 'claude-opus-5-5').id).toBe('messages');
    const { send } = session(UNKNOWN);
    send(ask(['a'.repeat(3000)], ['hello']), 0);
    expect(send(ask(['a'.repeat(3000)], ['hello']), 1)).toMatchObject({ cacheReadTokens: 0, inputTokens: 3005 });
    expect(UNKNOWN.empty.evaluate(UNKNOWN.chain(ask([], ['x']), OPTIONS), ask([], ['x']), 0).isUnknown).toBe(true);
  });
});

describe('commonPrefixLength', () => {
  it('POLICY-5: agrees with looking at every character', () => {
    const text = fc.tuple(fc.nat(3000), words).map(([n, tail]) => 'q'.repeat(n) + tail);
    fc.assert(
      fc.property(text, text, (left, right) => {
        let at = 0;
        while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
        expect(commonPrefixLength(left, right)).toBe(at);
      }),
    );
  });
});
