import { countedText } from '@/lib/cache/block-tokens.ts';
import type { Document } from '@/lib/document/document.ts';
import { findModel, type ModelCard } from '@/lib/pricing/model-card.ts';
import { type AssembledPrompt, assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import { type BuiltRequest, buildRequest } from '@/lib/request/build-request.ts';
import { flattenRequest } from '@/lib/request/flatten-request.ts';
import type { TokenizerFamily } from '@/lib/tokens/token-count.ts';
import { shareTexts } from './share-tokens.ts';

/** A document assembled into a request, before anything is counted. */
export interface Assembly {
  readonly document: Document;
  readonly card: ModelCard | undefined;
  readonly family: TokenizerFamily;
  readonly prompt: AssembledPrompt;
  readonly built: BuiltRequest;
}

/** `requestNumber` only enters the attribution header. */
export function assemble(document: Document, requestNumber: number): Assembly {
  const card = findModel(document.model);
  const model = {
    id: document.model,
    name: card?.name ?? document.model,
    structuredOutputs: card?.structuredOutputs ?? false,
  };
  const prompt = assemblePrompt(document, model, requestNumber);
  return {
    document,
    card,
    family: card?.tokenizer ?? 'claude-new',
    prompt,
    built: buildRequest(prompt, document, document),
  };
}

/** Every text whose count an analysis needs; the same text is named once. */
export function textsToCount({ built, document }: Assembly): string[] {
  const blocks = flattenRequest(built.request).flatMap((block) => countedText(block) ?? []);
  const shares = built.blocks.flatMap(({ text, spans }) => shareTexts(text, spans));
  const shown = built.blocks.map(({ text }) => text);
  return [...new Set([...blocks, ...shown, ...shares, document.draft])];
}
