import type { ReactNode } from 'react';

type PanelProps = {
  title: string;
  /** Stands at the right of the title: a figure, a key, a source. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A titled part of a pane, closed by a line. Isolated: where a figure changes in another one, it is not painted again. */
export function Panel({ title, aside, children }: PanelProps) {
  return (
    <div className="isolate border-b border-line px-4 py-3.5">
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-sm font-semibold">{title}</h3>
        {aside && <div className="text-sm text-ink-3">{aside}</div>}
      </div>
      {children}
    </div>
  );
}
