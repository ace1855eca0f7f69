import { type Digest, memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from '@/lib/document/document.ts';
import type { HeldSession } from '@/lib/document/held-session.ts';
import { assemble, textsToCount } from '@/lib/store/analysis/assembly.ts';
import type { Counting } from '@/lib/tokens/serve-counts.ts';
import type { TokenCount, TokenizerFamily } from '@/lib/tokens/token-count.ts';
import { analyseState, type SessionState, type StateAnalysis } from './analyse-state.ts';
import { backendKind } from './chosen-backend.ts';
import type { Corrections } from './count-corrections.ts';
import { createCountTable } from './count-table.ts';

/** Everything that an analysis follows from but the time; goes to a worker as it is. */
export interface WorkbenchSnapshot extends SessionState {
  readonly document: Document;
  readonly held: HeldSession;
  readonly corrections: Corrections;
}

export interface EarlyRequest {
  readonly type: 'analyse';
  readonly id: number;
  readonly snapshot: WorkbenchSnapshot;
}

/** With rough counts first where the vocabulary is not there yet, then with `counted`, which is what it rests on. */
export interface EarlyReply extends StateAnalysis {
  readonly type: 'analysis';
  readonly id: number;
  readonly counted: CountedTexts | undefined;
}

export interface CountedTexts {
  readonly family: TokenizerFamily;
  readonly texts: readonly string[];
  readonly counts: readonly TokenCount[];
}

/** The part of a worker's own scope in use. */
export interface EarlyScope {
  postMessage(reply: EarlyReply): void;
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: EarlyRequest | { type: string } }) => void,
  ): void;
}

/** Analyses in a worker, with the code by which the page does it later; `clock` gives epoch milliseconds. */
export function serveAnalyses(scope: EarlyScope, counting: Counting, clock: () => number): void {
  const digest: Digest = memoDigest(sha256Hex);
  scope.addEventListener('message', async ({ data }) => {
    if (!isEarlyRequest(data)) return;
    const { id, snapshot } = data;
    const { document, runs, held } = snapshot;
    const assembly = assemble(document, runs.length + 1, held, backendKind(snapshot, document.backend));
    const table = createCountTable();
    const options = () => ({ table, digest, corrections: snapshot.corrections, now: clock() });
    if (!counting.isReady()) {
      scope.postMessage({ type: 'analysis', id, ...analyseState(snapshot, assembly, options()), counted: undefined });
    }
    const texts = table.missing(textsToCount(assembly), assembly.family);
    const counts = await counting.counts(texts, assembly.family);
    table.add(texts, counts, assembly.family);
    const counted = { family: assembly.family, texts, counts };
    scope.postMessage({ type: 'analysis', id, ...analyseState(snapshot, assembly, options()), counted });
  });
}

const isEarlyRequest = (data: EarlyRequest | { type: string }): data is EarlyRequest => data.type === 'analyse';
