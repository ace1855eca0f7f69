type UncachedBarProps = { x: number; width: number; y: number; height: number };

/** What was read from no cache, in a chart: an outline, drawn inside its place. */
export function UncachedBar({ x, width, y, height }: UncachedBarProps) {
  return (
    <rect
      x={x + 0.5}
      width={width - 1}
      y={y + 0.5}
      height={Math.max(0, height - 1)}
      className="fill-transparent stroke-cache-uncached"
    />
  );
}
