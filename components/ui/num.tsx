import { memo } from 'react';
import { lazyTitle } from './lazy-title.ts';

const METHODS = {
  exact: { mark: '', look: '', title: 'Exact' },
  reported: { mark: '', look: '', title: 'Reported by the backend' },
  predicted: {
    mark: '',
    look: 'underline decoration-ink-3 decoration-dotted decoration-1 underline-offset-3',
    title: 'Predicted',
  },
  estimate: { mark: '≈', look: '', title: 'Estimate' },
  rough: { mark: '~', look: '', title: 'Rough estimate' },
  unknown: { mark: '', look: 'text-ink-3', title: 'Not known' },
} as const;

export type NumMethod = keyof typeof METHODS;

type NumProps = {
  /** A number gets thousands separators; a text (money) is shown as it comes; `undefined` is a dash, never 0. */
  value: number | string | undefined;
  method?: NumMethod;
  /** Replaces the method's own words, such as "Reported by the emulator"; a function is asked when it is pointed at. */
  title?: string | (() => string);
  className?: string;
};

const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/**
 * A figure: mono, tabular, right-aligned. How it came about shows beside it: ≈ estimate, ~ rough, dotted line predicted,
 * plain exact or reported, — unknown.
 */
export const Num = memo(function Num({ value, method = 'exact', title, className = '' }: NumProps) {
  const { mark, look, title: words } = METHODS[value === undefined ? 'unknown' : method];
  return (
    <span
      className={`num text-right ${className}`}
      title={typeof title === 'string' ? title : words}
      {...(typeof title === 'function' && lazyTitle(title))}
    >
      {mark && <span className="text-ink-3">{mark}</span>}
      <span className={look}>{typeof value === 'number' ? format.format(value) : (value ?? '—')}</span>
    </span>
  );
});
