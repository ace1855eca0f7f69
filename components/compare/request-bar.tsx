import { LAYER_LOOK } from '@/components/ribbon/layer-look.ts';
import type { RequestTrace } from '@/lib/cache/explain/request-trace.ts';
import type { BlockOrigin } from '@/lib/request/block-origin.ts';
import { blockLayers } from '@/lib/store/diagnosis/block-layers.ts';

type RequestBarProps = {
  name: string;
  trace: RequestTrace;
  /** What is known of where its blocks come from. */
  origins: readonly BlockOrigin[] | undefined;
  /** Tokens that the whole width stands for. */
  scale: number;
  /** The first block that is billed again; `undefined`: none is. */
  from: number | undefined;
  /** Tokens in front of the first difference; `undefined`: there is none in a text. */
  difference: number | undefined;
};

/** A request as blocks in the colours of their layers, each as wide as its tokens; those behind the first difference hatched, as they are billed again. */
export function RequestBar({ name, trace, origins, scale, from, difference }: RequestBarProps) {
  const { positions, totalTokens } = trace.chain;
  const kept = from === undefined ? totalTokens : (positions[from - 1]?.end ?? 0);
  const originOf = new Map(origins?.map((origin) => [origin.path, origin]));
  const words = `${name}: ${totalTokens} tokens, ${totalTokens - kept} of them billed again`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 sm:grid-cols-[112px_minmax(0,1fr)_76px]">
      <span className="num truncate text-xs text-ink-2 max-sm:col-span-2">{name}</span>
      <div role="img" aria-label={words} className="relative flex h-[22px] overflow-hidden rounded-[5px]">
        {positions.map(({ path, level, tokens }, index) => {
          const isAgain = from !== undefined && index >= from;
          return (
            <span
              key={path}
              title={`${path}, ${tokens.toLocaleString('en-US')} tokens`}
              style={{ width: `${(tokens / Math.max(1, scale)) * 100}%` }}
              className={`flex h-full border-r border-panel ${isAgain ? 'hatch-creation' : ''}`}
            >
              {!isAgain &&
                blockLayers(originOf.get(path), level).map(({ layer, from: left, to }) => (
                  <span key={left} style={{ width: `${(to - left) * 100}%` }} className={LAYER_LOOK[layer].fill} />
                ))}
            </span>
          );
        })}
        {difference !== undefined && (
          <span
            style={{ left: `${(difference / Math.max(1, scale)) * 100}%` }}
            className="absolute inset-y-0 w-0.5 bg-layer-volatile"
          />
        )}
      </div>
      <span className="num text-right text-xs text-ink-2">{totalTokens.toLocaleString('en-US')}</span>
    </div>
  );
}
