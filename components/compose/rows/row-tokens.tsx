import { Num, type NumMethod } from '@/components/ui/num.tsx';

const WORDS: Partial<Record<NumMethod, string>> = {
  exact: 'Exact number of tokens',
  estimate: 'Estimated number of tokens',
  rough: 'Rough number of tokens',
};

type RowTokensProps = {
  /** A word in its place (off, empty) when it is not sent; `undefined`: not known yet. */
  value: number | string | undefined;
  method?: NumMethod | undefined;
  className?: string;
};

/** A row's tokens: bare unless they are rough, as there are many; the title says how they were counted, the sums carry the mark. */
export function RowTokens({ value, method = 'estimate', className = '' }: RowTokensProps) {
  const isFigure = typeof value === 'number';
  return (
    <Num
      value={value}
      method={isFigure && method === 'rough' ? method : 'exact'}
      {...(value !== undefined && { title: isFigure ? (WORDS[method] ?? '') : '' })}
      className={`shrink-0 text-xs text-ink-3 ${className}`}
    />
  );
}
