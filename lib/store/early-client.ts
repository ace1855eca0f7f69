import type { EarlyReply, EarlyRequest, WorkbenchSnapshot } from './early-analysis.ts';

/** The part of a Worker in use. */
export interface EarlyPort {
  postMessage(message: EarlyRequest): void;
  addEventListener(type: 'message' | 'error', listener: (event: { readonly data?: unknown }) => void): void;
}

/** Has a worker analyse what is on screen while the page has not the code for it. */
export interface EarlyClient {
  /** Analyses the newest snapshot; one that comes while another is under way waits for that, and replaces any that waits. */
  ask(snapshot: WorkbenchSnapshot): void;
  /** Answers are passed on no longer. */
  stop(): void;
}

export interface EarlyListener {
  onAnalysis(answer: Omit<EarlyReply, 'type' | 'id'>, snapshot: WorkbenchSnapshot): void;
  /** The worker has failed, or could not take the snapshot: nothing more will come. */
  onFailure(): void;
}

export function createEarlyClient(port: EarlyPort, { onAnalysis, onFailure }: EarlyListener): EarlyClient {
  let lastId = 0;
  let underWay: WorkbenchSnapshot | undefined;
  let waiting: WorkbenchSnapshot | undefined;
  let isStopped = false;

  function send(snapshot: WorkbenchSnapshot): void {
    underWay = snapshot;
    lastId += 1;
    try {
      port.postMessage({ type: 'analyse', id: lastId, snapshot });
    } catch {
      fail();
    }
  }

  function fail(): void {
    if (!isStopped) onFailure();
    isStopped = true;
  }

  port.addEventListener('error', fail);
  port.addEventListener('message', ({ data }) => {
    const reply = data as EarlyReply | { readonly type: 'ready' | 'counts' };
    if (isStopped || reply.type !== 'analysis' || reply.id !== lastId || !underWay) return;
    const snapshot = underWay;
    onAnalysis({ ...reply, analysis: { ...reply.analysis, document: snapshot.document } }, snapshot);
    if (!reply.counted) return;
    underWay = undefined;
    const next = waiting;
    waiting = undefined;
    if (next && !isStopped) send(next);
  });

  return {
    ask: (snapshot) => {
      if (isStopped) return;
      if (underWay) waiting = snapshot;
      else send(snapshot);
    },
    stop: () => {
      isStopped = true;
    },
  };
}
