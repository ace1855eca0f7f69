'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LateModule } from '@/components/ui/late-module.ts';

/**
 * The code of a list whose rows can be carried, once it has come and nobody is in the middle of something in the still one: no
 * pointer held down, no title half typed, no menu open. The focus stays on the control that has it.
 */
export function useLateList<T>(late: LateModule<T>, list: RefObject<HTMLElement | null>): T | undefined {
  const module = late.useModule();
  const [isCarried, setCarried] = useState(module !== undefined);
  const focused = useRef(-1);
  const isHeld = useIsHeld(!isCarried);
  useEffect(() => {
    if (!module || isCarried) return;
    const tryNow = () => {
      if (isHeld.current || list.current?.querySelector('input, [aria-haspopup][aria-expanded="true"]')) return;
      focused.current = controlsOf(list.current).indexOf(document.activeElement);
      // At once: between a change that waits to be drawn and its drawing a pointer may come down.
      flushSync(() => setCarried(true));
    };
    const release = () => setTimeout(tryNow);
    const timer = setTimeout(tryNow);
    const stop = new AbortController();
    for (const end of ['pointerup', 'pointercancel', 'keyup', 'focusin'])
      addEventListener(end, release, { capture: true, signal: stop.signal });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [module, isCarried, list, isHeld]);
  useLayoutEffect(() => {
    const control = controlsOf(list.current)[focused.current];
    if (isCarried && control instanceof HTMLElement) control.focus({ preventScroll: true });
  }, [isCarried, list]);
  return isCarried ? module : undefined;
}

/** Is a pointer held down anywhere? Watched from the start: it may have been pressed before the code came. */
function useIsHeld(isWatched: boolean): RefObject<boolean> {
  const isHeld = useRef(false);
  useEffect(() => {
    if (!isWatched) return;
    const stop = new AbortController();
    const listen = (type: string, isDown: boolean) =>
      addEventListener(
        type,
        () => {
          isHeld.current = isDown;
        },
        { capture: true, signal: stop.signal },
      );
    listen('pointerdown', true);
    listen('pointerup', false);
    listen('pointercancel', false);
    return () => stop.abort();
  }, [isWatched]);
  return isHeld;
}

const controlsOf = (list: HTMLElement | null): (Element | null)[] => [
  ...(list?.querySelectorAll('button, summary, [tabindex]') ?? []),
];
