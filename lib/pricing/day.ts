/** The day of a time in epoch milliseconds, in UTC, as YYYY-MM-DD: what dated tables are asked by. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
