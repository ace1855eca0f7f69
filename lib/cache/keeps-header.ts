import { flattenRequest, isAttributionHeader } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { CachePolicy } from './policy.ts';
import type { PrefixChain } from './prefix-chain.ts';

/** Another attribution header is another prefix: this server neither drops it nor overwrites what changes in it. */
export const keepsHeader = (
  request: MessageCreateParamsBase,
  { positions }: PrefixChain,
  { masksHeader }: Pick<CachePolicy, 'masksHeader'>,
): boolean =>
  !masksHeader &&
  flattenRequest(request).some(
    (block) => isAttributionHeader(block) && positions.some(({ path }) => path === block.path),
  );
