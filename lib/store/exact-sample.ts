import type { SendBody } from '@/lib/backends/send-client.ts';
import { countedText } from '@/lib/cache/block-tokens.ts';
import { flattenRequest, isAttributionHeader } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

const FRAME = 7;
const PER_LATER_MESSAGE = 4;
const TOOL_PROMPT = 286;

/** What a provider of its own mind counts for a text. It has nothing to do with any estimate. */
const countOf = (text: string): number =>
  [...text].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 977, text.length) + 1;

/** For tests: the tokens of a block's text, as the provider renders it; a stand-in costs one. */
export const ownTokens = (text: string): number => (text === 'x' ? 1 : countOf(text));

/** For tests: the provider's count of a request, which drops the attribution header; every message after the first has a frame of its own. */
export function providerCount(request: MessageCreateParamsBase): number {
  const blocks = flattenRequest(request).filter((block) => !isAttributionHeader(block));
  const texts = blocks.map((block) => countedText(block) ?? '');
  const own = texts.reduce((sum, text) => sum + ownTokens(text), 0);
  const frames = FRAME + PER_LATER_MESSAGE * (request.messages.length - 1);
  return own + frames + ((request.tools ?? []).length > 0 ? TOOL_PROMPT : 0);
}

/** For tests: does the question have a mark anywhere? */
export const hasMark = ({ request }: SendBody): boolean => JSON.stringify(request).includes('cache_control');
