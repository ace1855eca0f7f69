/** What the probe marks in the page's own timeline. */
export const KEY_MARK = 'key';
export const SHOWN_MARK = 'shown';

type ProbedWindow = typeof globalThis & { strataSlowEvents?: number[] };

/** What the probe watches; marks are handed in, for the function is sent into the page without what stands around it. */
export interface ProbeOptions {
  readonly key: string;
  readonly shown: string;
  /** Selects what changes when the page shows what came of a key. */
  readonly selector: string;
}

/** Runs in the page: marks every key and the first change after it of what is selected; notes the events that Event Timing calls slow. */
export function startProbe({ key, shown, selector }: ProbeOptions): void {
  let isOpen = false;
  addEventListener(
    'keydown',
    () => {
      isOpen = true;
      performance.mark(key);
    },
    { capture: true },
  );
  const observer = new MutationObserver(() => {
    if (isOpen) performance.mark(shown);
    isOpen = false;
  });
  const watched = document.querySelectorAll(selector);
  if (watched.length === 0) throw new Error(`Nothing matches ${selector}.`);
  for (const each of watched) {
    observer.observe(each, { subtree: true, childList: true, characterData: true, attributes: true });
  }
  const slow: number[] = [];
  (globalThis as ProbedWindow).strataSlowEvents = slow;
  const onEvents = (entries: PerformanceObserverEntryList) => {
    for (const { name, duration } of entries.getEntries()) if (name === 'keydown') slow.push(duration);
  };
  // durationThreshold is not in lib.dom's dictionary yet.
  new PerformanceObserver(onEvents).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** Runs in the page: durations of key events from 16 ms on, as Event Timing gives them. */
export function readSlowEvents(): number[] {
  return (globalThis as ProbedWindow).strataSlowEvents ?? [];
}
