import type { PointerEvent } from 'react';

/** A title that is worded when it is pointed at: kept up to date it would cost at every key, and nobody reads it. */
export const lazyTitle = (describe: () => string) => ({
  onPointerEnter: ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = describe();
  },
});
