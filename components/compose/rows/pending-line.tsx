'use client';

import { Icon } from '@/components/ui/icon.tsx';
import { useAnalysis } from '@/components/workbench/workbench-context.tsx';

type PendingLineProps = { sourceKey: string; className?: string };

/** Under a row in session mode, while an edit of it waits: when it will change, and what would then be wrong with it. */
export function PendingLine({ sourceKey, className = 'px-3 pb-1.5' }: PendingLineProps) {
  const isPending = useAnalysis(({ pending }) => pending?.has(sourceKey)) ?? false;
  const fault = useAnalysis(({ pending }) => pending?.get(sourceKey));
  if (!isPending) return null;
  return (
    <p className={`flex items-start gap-1.5 text-xs text-layer-session-ink ${className}`}>
      <Icon name="info" className="mt-[1.5px] size-3" />
      <span className="min-w-0 wrap-anywhere">
        Changes with /clear or /compact.{fault && ` Then it would be left out: ${fault.message}`}
      </span>
    </p>
  );
}
