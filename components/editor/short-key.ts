/** A prefix key short enough to compare by eye: `8f1c…e2`. */
export const shortKey = (key: string): string => `${key.slice(0, 4)}…${key.slice(-2)}`;
