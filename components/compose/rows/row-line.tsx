import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon.tsx';

const TONES = { info: 'text-ink-2', warning: 'text-ink', error: 'text-layer-volatile-ink' } as const;

type RowLineProps = { tone?: keyof typeof TONES; depth?: number; children: ReactNode };

/** A line of words under a row: why it stands so, or, with a mark, what is wrong with it. */
export function RowLine({ tone = 'info', depth = 0, children }: RowLineProps) {
  return (
    <div
      style={{ paddingLeft: 12 + depth * 10 }}
      className={`flex items-start gap-1.5 pr-3 pb-1.5 text-xs ${TONES[tone]}`}
    >
      {tone !== 'info' && (
        <>
          <Icon name="warning" className="mt-[1.5px] size-3" />
          <span className="sr-only">{tone === 'error' ? 'Error:' : 'Warning:'}</span>
        </>
      )}
      <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
    </div>
  );
}
