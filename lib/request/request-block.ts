import type { Layer, Span } from '@/lib/prompt/block.ts';
import type { PrefixLevel } from './flatten-request.ts';
import type { PlacedMark } from './place-mark.ts';

/** A block as it is sent: its place on the wire, and which characters of it came from what a person edited. */
export interface RequestBlock {
  readonly id: string;
  readonly title: string;
  readonly level: PrefixLevel;
  readonly path: string;
  readonly layer: Layer;
  readonly text: string;
  readonly spans: readonly Span[];
  /** The mark it carries, and who placed it. */
  readonly breakpoint: PlacedMark | undefined;
}
