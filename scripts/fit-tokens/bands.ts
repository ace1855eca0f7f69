import { TEXT_KINDS, type TextKind } from '@/lib/tokens/band.ts';
import { quantile } from './quantile.ts';

/** A held-out text: what it is made of, its length in tokens, how far off its prediction was. */
export interface HeldOut {
  readonly kind: TextKind;
  readonly tokens: number;
  readonly error: number;
}

/** `floors`: the error of long texts by kind; `noise`: what chance adds, by the root of the length. */
export interface Bands {
  readonly floors: Readonly<Record<TextKind, number>>;
  readonly noise: number;
}

const COVERED = 0.9;
const LONG_TEXT = 150;

/** Bands that nine in ten held-out texts stay within. */
export function fitBands(heldOut: readonly HeldOut[]): Bands {
  const long = heldOut.filter(({ tokens }) => tokens >= LONG_TEXT);
  const floorOf = (kind: TextKind) =>
    rounded(quantile(long.filter((text) => text.kind === kind).map(sizeOfError), COVERED));
  const floors = Object.fromEntries(TEXT_KINDS.map((kind) => [kind, floorOf(kind)])) as Record<TextKind, number>;
  // No second text of a rare script tells how far the first one's fit carries: twice the error of the others.
  floors['rare-script'] = 2 * floors.script;
  const noises = heldOut
    .filter(({ tokens }) => tokens < LONG_TEXT)
    .map(({ kind, tokens, error }) => Math.sqrt(Math.max(0, error ** 2 - floors[kind] ** 2) * tokens));
  return { floors, noise: rounded(quantile(noises, COVERED)) };
}

/** The share of texts within their band. */
export function coverage(heldOut: readonly HeldOut[], { floors, noise }: Bands): number {
  const within = heldOut.filter(
    ({ kind, tokens, error }) => Math.abs(error) <= Math.sqrt(floors[kind] ** 2 + noise ** 2 / tokens),
  );
  return within.length / heldOut.length;
}

function sizeOfError({ error }: HeldOut): number {
  return Math.abs(error);
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
