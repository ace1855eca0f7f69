import type { PromptText } from '@/lib/cache/prompt-text.ts';
import type { RealServer } from './real-servers.ts';

/** What stands in a rendered prompt for the mark that opens a message; the character is one that no prompt holds. */
const TURN = '\u0000';

/** Our rendering of a prompt as the server's template (chatml) lays it out. */
export function asChatml({ text }: PromptText): string {
  const messages = text.split(TURN).slice(1);
  return `${messages.map((message) => `<|im_start|>${message}<|im_end|>\n`).join('')}<|im_start|>assistant\n`;
}

export interface LlamaTokens {
  /** The tokens of a prompt, by the server's own tokenizer. */
  tokenize(prompt: string): Promise<number[]>;
  /** The prompt that the server's own template makes of these messages. */
  template(messages: readonly object[]): Promise<string>;
  /** Puts another prompt into the slot, which has nothing in common with any other. */
  forget(): Promise<void>;
}

export function llamaTokens({ url, key }: RealServer): LlamaTokens {
  const ask = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, unknown>;
  };
  return {
    tokenize: async (content) => {
      const { tokens } = await ask('/tokenize', { content, add_special: true, parse_special: true });
      return Array.isArray(tokens) ? tokens : [];
    },
    template: async (messages) => String((await ask('/apply-template', { messages }))['prompt']),
    forget: async () => {
      await ask('/completion', { prompt: 'zebra', n_predict: 1 });
    },
  };
}

/** How many tokens two prompts have in common from their start; the last one is always computed again. */
export function sharedTokens(held: readonly number[], next: readonly number[]): number {
  let at = 0;
  while (at < held.length && at < next.length && held[at] === next[at]) at += 1;
  return Math.min(at, next.length - 1);
}
