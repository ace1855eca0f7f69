import type { Layer } from '@/lib/prompt/block.ts';
import type { BlockOrigin } from '@/lib/request/block-origin.ts';
import type { PrefixLevel } from '@/lib/request/flatten-request.ts';

/** Neighbouring characters of a block in one layer, `from` 0 `to` 1 of all of them. */
export interface LayerStretch {
  readonly layer: Layer;
  readonly from: number;
  readonly to: number;
}

/** The layer of what nothing more is known of. */
const OF_LEVEL = { tools: 'tools', system: 'static', messages: 'conversation' } as const satisfies Record<
  PrefixLevel,
  Layer
>;

/** The layers of a block in their order, by the characters that came from each; its level's alone where its parts are not known. */
export function blockLayers(origin: BlockOrigin | undefined, level: PrefixLevel): LayerStretch[] {
  const stretches: LayerStretch[] = [];
  const spans = origin?.spans ?? [];
  const length = spans.at(-1)?.end ?? 0;
  for (const [index, { layer = OF_LEVEL[level] }] of spans.entries()) {
    const to = (spans[index + 1]?.start ?? length) / length;
    const last = stretches.at(-1);
    if (last?.layer === layer) stretches[stretches.length - 1] = { ...last, to };
    else if (to > (last?.to ?? 0)) stretches.push({ layer, from: last?.to ?? 0, to });
  }
  return stretches.length > 0 ? stretches : [{ layer: OF_LEVEL[level], from: 0, to: 1 }];
}
