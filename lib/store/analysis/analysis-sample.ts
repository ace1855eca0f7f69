import { sha256Hex } from '@/lib/cache/digest.ts';
import type { CachePolicy } from '@/lib/cache/policy.ts';
import { UNKNOWN } from '@/lib/cache/unknown-policy.ts';
import type { Document } from '@/lib/document/document.ts';
import { roughCount } from '@/lib/tokens/rough-count.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { assemble } from './assembly.ts';

/** For tests: a document analysed with rough counts, an empty cache, and on a fixed day. */
export function sampleAnalysis(document: Document): Analysis {
  return analysed(document);
}

/** For tests: the same for a backend of which nobody tells how it caches. */
export function unknownAnalysis(document: Document): Analysis {
  return analysed(document, UNKNOWN);
}

function analysed(document: Document, policy?: CachePolicy): Analysis {
  const assembly = assemble(document, 1);
  const count = (text: string) => roughCount(text, assembly.family);
  const now = Date.UTC(2026, 10, 21);
  return analyse(assembly, { count, digest: sha256Hex, now, ...(policy && { policy }) });
}
