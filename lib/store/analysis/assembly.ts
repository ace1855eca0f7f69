import { type BackendKind, isFirstParty } from '@/lib/backends/backend-kind.ts';
import { countedText } from '@/lib/cache/block-tokens.ts';
import type { Document } from '@/lib/document/document.ts';
import type { HeldSession } from '@/lib/document/held-session.ts';
import { heldValues, withLatchedTtl } from '@/lib/document/held-values.ts';
import { promptModel } from '@/lib/document/prompt-model.ts';
import { findModel, type ModelCard } from '@/lib/pricing/model-card.ts';
import { ownPrice, pricedBy } from '@/lib/pricing/price-terms.ts';
import type { PriceCard } from '@/lib/pricing/rate-card.ts';
import { type AssembledPrompt, assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import { type PendingEdits, pendingEdits } from '@/lib/prompt/pending-edits.ts';
import { rememberEach } from '@/lib/remember.ts';
import { type BuiltRequest, buildRequest } from '@/lib/request/build-request.ts';
import { flattenRequest } from '@/lib/request/flatten-request.ts';
import type { TokenizerFamily } from '@/lib/tokens/token-count.ts';
import { shareTexts } from './share-tokens.ts';

/** A document assembled into a request, before anything is counted. */
export interface Assembly {
  readonly document: Document;
  /** What the chosen backend is; `undefined`: it is not among those that are known here. */
  readonly kind: BackendKind | undefined;
  readonly card: ModelCard | undefined;
  /** What the request is priced by: the card, or the user's own price; `undefined`: nothing is known. */
  readonly price: PriceCard | undefined;
  readonly family: TokenizerFamily;
  readonly prompt: AssembledPrompt;
  readonly built: BuiltRequest;
  /** What waits for a clear or compact; `undefined` while the session holds nothing. */
  readonly pending: PendingEdits | undefined;
}

/** `requestNumber` only enters the attribution header. What the session holds stands in for what would be computed now. */
export function assemble(document: Document, requestNumber: number, held?: HeldSession, kind?: BackendKind): Assembly {
  const card = findModel(document.model);
  const model = promptModel(document);
  const values = held && heldValues(held);
  const latched = held ? withLatchedTtl(document, held) : document;
  const prompt = assemblePrompt(latched, model, requestNumber, values);
  return {
    document,
    kind,
    card,
    price: pricedBy(card, ownPrice(document.price, document.model)),
    family: card?.tokenizer ?? 'claude-new',
    prompt,
    built: buildRequest(prompt, latched, {
      ...latched,
      systemMessages: card?.midConversationSystem ?? false,
      takesScope: isFirstParty(kind),
    }),
    pending: values && pendingEdits(document, model, values),
  };
}

/** Every text whose count an analysis needs, some of them more than once. Asked anew when counts have come, it is not made anew. */
export const textsToCount = rememberEach(({ built, document }: Assembly): readonly string[] => [
  ...flattenRequest(built.request).flatMap((block) => countedText(block) ?? []),
  ...built.blocks.flatMap(({ text, spans }) => [text, ...shareTexts(text, spans)]),
  document.draft,
]);
