'use client';

import { useEffectEvent, useLayoutEffect, useRef } from 'react';

/**
 * Calls `act` once it is wanted and the field is idle: no pointer held down in it, no word half composed. Returns what the field
 * must listen to.
 */
export function useWhenIdle(isWanted: boolean, act: () => void) {
  const isBusy = useRef({ pointer: false, composition: false });
  const tryNow = useEffectEvent(() => {
    if (isWanted && !isBusy.current.pointer && !isBusy.current.composition) act();
  });
  useLayoutEffect(() => {
    if (isWanted) tryNow();
    const release = () => {
      isBusy.current.pointer = false;
      tryNow();
    };
    addEventListener('pointerup', release);
    addEventListener('pointercancel', release);
    return () => {
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', release);
    };
  }, [isWanted]);
  return {
    onPointerDown: () => {
      isBusy.current.pointer = true;
    },
    onCompositionStart: () => {
      isBusy.current.composition = true;
    },
    onCompositionEnd: () => {
      isBusy.current.composition = false;
      // The last input event of a composition comes after its end.
      setTimeout(() => tryNow());
    },
  };
}
