'use client';

import { DragOverlay } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** What hangs on the pointer, drawn in the body: a room is the frame of whatever is fixed in it, and would hang it beside the pointer. */
export function CarriedOverlay({ children }: { children: ReactNode }) {
  return createPortal(<DragOverlay dropAnimation={null}>{children}</DragOverlay>, document.body);
}
