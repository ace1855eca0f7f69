import { StrataError } from '@/lib/errors.ts';

/** A dollar, in the unit that all money is kept in. */
export const NANODOLLARS_PER_DOLLAR = 1_000_000_000;

const DECIMALS = 9;
const MINUS = '\u2212';

export interface MoneyFormat {
  /** Amounts that stand beside this one: it gets the decimals to be told apart from each that differs. */
  readonly beside?: readonly number[];
}

/**
 * Whole nanodollars as dollars: `$0`, `$0.0320`, `$0.00000125`, `$12.50`, `−$1,234.5678`. Below a dollar at least three significant
 * digits, from a dollar up two to four decimals; a sum that is not zero never reads as zero. Throws unless whole.
 */
export function formatMoney(nanodollars: number, { beside = [] }: MoneyFormat = {}): string {
  if (!Number.isSafeInteger(nanodollars)) throw new StrataError(`Money is whole nanodollars, not ${nanodollars}.`);
  if (nanodollars === 0) return '$0';
  const size = Math.abs(nanodollars);
  const least = fewestDecimals(size);
  let decimals = Math.max(4, least);
  while (decimals < DECIMALS && !isApart(size, beside, decimals)) decimals += 1;
  while (decimals > least && rounded(size, decimals) % 10 === 0 && isApart(size, beside, decimals - 1)) decimals -= 1;
  return (nanodollars < 0 ? MINUS : '') + digits(rounded(size, decimals), decimals);
}

/** The fewest decimals that an amount takes by itself. */
function fewestDecimals(size: number): number {
  if (size >= NANODOLLARS_PER_DOLLAR) return 2;
  const leadingZeros = DECIMALS - String(size).length;
  return Math.min(DECIMALS, leadingZeros + 3);
}

/** With so many decimals, does it read unlike each amount that differs from it? */
const isApart = (size: number, beside: readonly number[], decimals: number): boolean =>
  beside.every((each) => Math.abs(each) === size || rounded(Math.abs(each), decimals) !== rounded(size, decimals));

/** The amount in units of its last decimal, half up; exact, as the division leaves no remainder. */
function rounded(size: number, decimals: number): number {
  const unit = 10 ** (DECIMALS - decimals);
  const rest = size % unit;
  return (size - rest) / unit + (rest * 2 >= unit ? 1 : 0);
}

function digits(units: number, decimals: number): string {
  const text = String(units).padStart(decimals + 1, '0');
  const whole = text.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${whole}.${text.slice(-decimals)}`;
}
