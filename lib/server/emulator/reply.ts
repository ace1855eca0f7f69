import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { account } from './account.ts';
import type { ReplyBlock, StopReason } from './reply-block.ts';
import type { ScriptedReply } from './scripted-reply.ts';

/** What the emulator answers, and what that counts. */
export interface Reply {
  readonly blocks: readonly ReplyBlock[];
  readonly outputTokens: number;
  readonly stopReason: StopReason;
}

interface ReplyOptions {
  readonly request: MessageCreateParamsBase;
  readonly outcome: CacheOutcome;
  readonly script: ScriptedReply | undefined;
  readonly count: (text: string) => number;
}

/**
 * What a test has scripted; a call where the request forces one; else an account of what became of the request, cut where
 * `max_tokens` is used up. `max_tokens: 0` answers nothing.
 */
export function reply({ request, outcome, script, count }: ReplyOptions): Reply {
  const { max_tokens: maxTokens } = request;
  if (maxTokens === 0) return { blocks: [], outputTokens: 0, stopReason: 'max_tokens' };
  const blocks = script?.content ?? forcedCall(request);
  if (blocks) {
    const calls = blocks.some(({ type }) => type === 'tool_use');
    const outputTokens = blocks.reduce((sum, block) => sum + count(wordsOf(block)), 0);
    return { blocks, outputTokens, stopReason: script?.stopReason ?? (calls ? 'tool_use' : 'end_turn') };
  }
  return cutReply(account(outcome), maxTokens, count);
}

/** A forced tool is called without input: what a model would put there, the emulator cannot know. */
function forcedCall({ tool_choice: choice, tools = [] }: MessageCreateParamsBase): ReplyBlock[] | undefined {
  const named = tools.flatMap((tool) => ('name' in tool && typeof tool.name === 'string' ? [tool.name] : []));
  const name = choice?.type === 'tool' ? choice.name : choice?.type === 'any' ? named[0] : undefined;
  return name === undefined ? undefined : [{ type: 'tool_use', id: undefined, name, input: {} }];
}

function wordsOf(block: ReplyBlock): string {
  if (block.type === 'text') return block.text;
  return block.type === 'thinking' ? block.thinking : `${block.name}${JSON.stringify(block.input)}`;
}

function cutReply(text: string, maxTokens: number, count: (text: string) => number): Reply {
  const whole = count(text);
  if (whole <= maxTokens) return { blocks: [{ type: 'text', text }], outputTokens: whole, stopReason: 'end_turn' };
  const pieces = piecesOf(text);
  let length = 1;
  for (let tooLong = pieces.length; tooLong - length > 1; ) {
    const middle = (length + tooLong) >> 1;
    if (count(pieces.slice(0, middle).join('')) <= maxTokens) length = middle;
    else tooLong = middle;
  }
  const cut = pieces.slice(0, length).join('');
  return { blocks: [{ type: 'text', text: cut }], outputTokens: maxTokens, stopReason: 'max_tokens' };
}

const WORDS_A_PIECE = /\S+\s*(?:\S+\s*)?|\s+/g;

/** A text in the pieces in which it streams: two words each. */
export const piecesOf = (text: string): string[] => text.match(WORDS_A_PIECE) ?? [];
