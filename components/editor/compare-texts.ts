import { type DiffHunk, foldLines } from './fold-lines.ts';
import { formatJson } from './format-json.ts';
import type { Language } from './highlight-line.ts';
import { diffLines } from './line-diff.ts';

/** Two versions of a text, the older one first known. */
interface ComparedTexts {
  readonly current: { readonly language: Language; readonly text: string };
  readonly original: string;
}

const count = (text: string) => text.length.toLocaleString('en-US');

/** A text against the preset's, JSON laid out in lines first; or a sentence on why there is nothing to show. */
export function compareTexts({ current: { language, text }, original }: ComparedTexts): readonly DiffHunk[] | string {
  const laidOut = (each: string) => (language === 'json' && formatJson(each)) || each;
  const [before, after] = [laidOut(original), laidOut(text)];
  if (before === after) return 'Only the layout of the JSON differs; what is sent is the same.';
  const lines = diffLines(before, after);
  if (!lines)
    return `More than 5,000 lines, too long to compare here: ${count(original)} characters became ${count(text)}.`;
  return foldLines(lines);
}
