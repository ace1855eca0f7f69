import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type TextKind = 'agent docs' | 'code' | 'languages';

/** A text of the data set and its counts, the frame of the message taken off. */
export interface CountedText {
  readonly kind: TextKind;
  readonly text: string;
  readonly counts: { readonly 'claude-old': number; readonly 'claude-new': number };
  /** What the message around it costs in Claude 5.x, its text being of the same vocabulary as in 4.7. */
  readonly frameOf5: number;
}

const FILES: readonly (readonly [kind: TextKind, name: string])[] = [
  ['agent docs', 'agent_docs.jsonl.gz'],
  ['code', 'rosetta.jsonl.gz'],
  ['languages', 'udhr.jsonl.gz'],
];
const FRAME_V3 = 7;
const FRAME_V4_7 = 12;

/** Reads the data set's folder: one JSON object a line, with `text` and the counts `v3`, `v4.7` and `v5` of one user message. */
export function readCorpus(folder: string): CountedText[] {
  return FILES.flatMap(([kind, name]) => {
    const lines = gunzipSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .trim()
      .split('\n');
    return lines.map((line) => {
      const { text, v3, 'v4.7': v4, v5 } = JSON.parse(line) as Record<'v3' | 'v4.7' | 'v5', number> & { text: string };
      const counts = { 'claude-old': v3 - FRAME_V3, 'claude-new': v4 - FRAME_V4_7 };
      return { kind, text, counts, frameOf5: v5 - counts['claude-new'] };
    });
  });
}
