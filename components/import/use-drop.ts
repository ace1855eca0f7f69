'use client';

import { useEffect } from 'react';
import { type Dropped, droppedOf } from './dropped.ts';

/** Takes files and folders that are dropped anywhere on the page; what is dragged inside of it is left alone. */
export function useDrop(onDrop: (dropped: Dropped) => void): void {
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    // Before any editor sees it: one would put the file's text where it was dropped.
    const capture = { capture: true };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      const dropped = droppedOf(event.dataTransfer);
      if (dropped) onDrop(dropped);
    };
    addEventListener('dragover', over, capture);
    addEventListener('drop', drop, capture);
    return () => {
      removeEventListener('dragover', over, capture);
      removeEventListener('drop', drop, capture);
    };
  }, [onDrop]);
}
