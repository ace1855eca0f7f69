import { COMPACTION_PROMPT, SUMMARY_TOKENS, summaryMessage } from '@/lib/prompt/compaction.ts';
import type { Document } from './document.ts';

/** What a compaction sends: the document with the instruction as its last message, in place of what is being typed. */
export function compactionDocument(document: Document): Document {
  return { ...document, draft: COMPACTION_PROMPT, maxTokens: Math.max(document.maxTokens, SUMMARY_TOKENS) };
}

/** The summary in the place of all turns, as one of the user; what is being typed stays. */
export function compactedDocument(document: Document, summary: string, id: string): Document {
  return { ...document, conversation: [{ id, role: 'user', text: summaryMessage(summary) }] };
}
