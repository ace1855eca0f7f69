/** A key and what followed, in milliseconds of the page's clock; `undefined`: no figure changed. */
export interface ProbedKey {
  readonly at: number;
  figure?: number;
  frame?: number;
}

interface Probe {
  readonly keys: ProbedKey[];
  /** Durations of key events from 16 ms on, as Event Timing gives them. */
  readonly slowEvents: number[];
  longTasks: number;
}

type ProbedWindow = typeof globalThis & { strataProbe?: Probe };

/** Runs in the page: notes every key, the first change of the ribbon after it, and the frame in which that is drawn. */
export function startProbe(): void {
  const probe: Probe = { keys: [], slowEvents: [], longTasks: 0 };
  (globalThis as ProbedWindow).strataProbe = probe;
  addEventListener('keydown', ({ timeStamp }) => probe.keys.push({ at: timeStamp }), { capture: true });
  const ribbon = document.querySelector('[aria-label="Ribbon"]');
  if (!ribbon) throw new Error('There is no ribbon.');
  const observer = new MutationObserver(() => {
    const key = probe.keys.at(-1);
    if (!key || key.figure !== undefined) return;
    key.figure = performance.now();
    requestAnimationFrame(() => setTimeout(() => (key.frame = performance.now())));
  });
  observer.observe(ribbon, { subtree: true, childList: true, characterData: true, attributes: true });
  const onEvents = (entries: PerformanceObserverEntryList) => {
    for (const { name, duration } of entries.getEntries()) if (name === 'keydown') probe.slowEvents.push(duration);
  };
  // durationThreshold is not in lib.dom's dictionary yet.
  new PerformanceObserver(onEvents).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((entries) => (probe.longTasks += entries.getEntries().length)).observe({ type: 'longtask' });
}

/** Runs in the page. */
export function readProbe(): Probe {
  return (globalThis as ProbedWindow).strataProbe ?? { keys: [], slowEvents: [], longTasks: 0 };
}
