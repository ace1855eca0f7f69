import type { PointerEvent } from 'react';

/** A title that is worded as the pointer moves over it, so it is of that moment: kept up to date it would cost at every key. */
export const lazyTitle = (describe: () => string) => ({
  onPointerMove: ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = describe();
  },
});
