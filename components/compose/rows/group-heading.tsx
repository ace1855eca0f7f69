import type { ReactNode } from 'react';

/** The heading of a group of rows: its name, then figures and controls. */
export function GroupHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex min-h-6 items-center gap-2 pt-2.5 pr-1.5 pb-1 pl-3">
      <h3 className="min-w-0 flex-1 truncate text-xs tracking-[0.04em] text-ink-3">{title}</h3>
      {children}
    </div>
  );
}
