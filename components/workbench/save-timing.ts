import type { SaveTiming } from '@/lib/store/keep-work.ts';

const PAUSE_MILLISECONDS = 100;
const SIGNS = ['pagehide', 'visibilitychange', 'blur'] as const;

/**
 * How long work waits to be saved: a tenth of a second, or less when the page may be about to go. It listens for that once and for
 * all, until `signal`: browsers tell another process of every such listener that comes or goes.
 */
export function createSaveTiming(signal: AbortSignal): SaveTiming {
  const waiting = new Set<() => void>();
  const leaving = new Set<() => void>();
  const endAll = () => {
    for (const act of [...leaving, ...waiting]) act();
  };
  for (const sign of SIGNS) addEventListener(sign, endAll, { signal });
  return {
    pause: () =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, PAUSE_MILLISECONDS);
        waiting.add(end);
      }),
    onLeaving: (act) => {
      leaving.add(act);
      return () => leaving.delete(act);
    },
  };
}
