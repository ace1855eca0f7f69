import type { ReactNode } from 'react';

type EmptyStateProps = {
  title: string;
  /** What this panel is for, in a sentence or two. */
  children: ReactNode;
  /** The one next step. */
  action?: ReactNode;
};

/** A panel with nothing in it yet: what it is for, and the one next step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-6">
      <p className="font-semibold">{title}</p>
      <p className="max-w-[46ch] text-ink-2">{children}</p>
      {action && <div className="mt-1">{action}</div>}
    </div>
  );
}
