'use client';

import type { Modifier } from '@dnd-kit/core';

/** A press that moves less is a click. */
export const POINTER = { activationConstraint: { distance: 4 } };

/** What is carried stays in its column. */
export const MODIFIERS: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })];
