'use client';

import { useEffect } from 'react';
import { type Dropped, droppedOf } from './dropped.ts';

/** Takes files and folders that are dropped anywhere on the page; what is dragged inside of it is left alone. */
export function useDrop(onDrop: (dropped: Dropped) => void): void {
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      const dropped = droppedOf(event.dataTransfer);
      if (dropped) onDrop(dropped);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [onDrop]);
}
