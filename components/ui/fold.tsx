import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type FoldProps = {
  title: string;
  /** Stands at the right of the title, seen when it is closed too: a figure, or what is set inside. */
  aside?: ReactNode;
  /** Open at first; from then on the reader decides. */
  open?: boolean;
  className?: string;
  /** The first time it is opened, and at every later one. */
  onOpen?: () => void;
  children: ReactNode;
};

/** What is opened at the foot of a pane is seen. */
const intoView = (details: HTMLElement | null) =>
  details?.hasAttribute('open') && details.scrollIntoView({ block: 'nearest' });

/** A titled part that can be folded away: the platform's own disclosure. */
export function Fold({ title, aside, open = false, className = '', onOpen, children }: FoldProps) {
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
      className="group/fold border-b border-line"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is the platform's own button */}
      <summary
        onClick={({ currentTarget }) => requestAnimationFrame(() => intoView(currentTarget.parentElement))}
        className="focus-inset flex h-9 list-none items-center gap-1.5 px-[var(--pane-pad,12px)] select-none hover:bg-sunken [&::-webkit-details-marker]:hidden"
      >
        <Icon
          name="chevron"
          className="-ml-0.5 size-3.5 -rotate-90 text-ink-3 transition-transform group-open/fold:rotate-0"
        />
        <h3 className="shrink-0 text-sm font-semibold">{title}</h3>
        {aside && <span className="min-w-0 flex-1 truncate text-right text-xs text-ink-3">{aside}</span>}
      </summary>
      <div className={`px-[var(--pane-pad,12px)] pt-1 pb-3.5 ${className}`}>{children}</div>
    </details>
  );
}
