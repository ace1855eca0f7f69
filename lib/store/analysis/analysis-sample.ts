import { sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from '@/lib/document/document.ts';
import { roughCount } from '@/lib/tokens/rough-count.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { assemble } from './assembly.ts';

/** For tests: a document analysed with rough counts, an empty cache, and on a fixed day. */
export function sampleAnalysis(document: Document): Analysis {
  const assembly = assemble(document, 1);
  const count = (text: string) => roughCount(text, assembly.family);
  return analyse(assembly, { count, digest: sha256Hex, now: Date.UTC(2026, 10, 21) });
}
