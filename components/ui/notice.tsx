import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

const TONES = {
  error: {
    role: 'alert',
    icon: 'warning',
    look: 'border-layer-volatile bg-tint-error',
    mark: 'text-layer-volatile-ink',
  },
  warning: { role: 'status', icon: 'warning', look: 'border-ink bg-sunken', mark: 'text-ink' },
  info: { role: 'status', icon: 'info', look: 'border-line-strong bg-sunken', mark: 'text-ink-3' },
} as const;

type NoticeProps = {
  tone?: keyof typeof TONES;
  /** What happened, in a few words with a full stop. */
  title?: string;
  /** The next step: one or two small buttons. */
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** Something to know: a left rule on a tinted ground. Errors are announced at once, the rest when idle. */
export function Notice({ tone = 'info', title, actions, className = '', children }: NoticeProps) {
  const { role, icon, look, mark } = TONES[tone];
  return (
    <div role={role} className={`flex gap-2 rounded-r-md border-l-[3px] py-2 pr-2.5 pl-2 ${look} ${className}`}>
      <Icon name={icon} className={`mt-[1.5px] size-3.5 ${mark}`} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title && <strong className="font-semibold">{title} </strong>}
        {children}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
