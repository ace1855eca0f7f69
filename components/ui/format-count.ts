const format = new Intl.NumberFormat('en-US');

/** A whole number with thousands separators. `toLocaleString` would set up its rules anew at every call. */
export const formatCount = (count: number): string => format.format(count);
