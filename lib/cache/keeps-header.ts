import { flattenRequest, isAttributionHeader } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { PrefixChain } from './prefix-chain.ts';

/** The attribution header of a request is part of its prefix: this server does not drop it. */
export const keepsHeader = (request: MessageCreateParamsBase, { positions }: PrefixChain): boolean =>
  flattenRequest(request).some(
    (block) => isAttributionHeader(block) && positions.some(({ path }) => path === block.path),
  );
