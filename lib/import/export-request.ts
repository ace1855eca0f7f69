import type { Document } from '@/lib/document/document.ts';
import { assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import { buildRequest } from '@/lib/request/build-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { writeJson } from './json-format.ts';

/** A request's body as a file: as it was imported, with what was edited since; else two spaces deep. */
export function bodyText(request: MessageCreateParamsBase, { imported }: Pick<Document, 'imported'>): string {
  return imported ? writeJson(request, imported.format) : JSON.stringify(request, null, 2);
}

/** The same of an imported document, whatever its model is called: an imported prompt has no templates. */
export function exportBody(document: Document): string {
  const model = { id: document.model, name: document.model, structuredOutputs: false };
  return bodyText(buildRequest(assemblePrompt(document, model, 1), document, document).request, document);
}
