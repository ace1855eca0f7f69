import { Num, type NumMethod } from '@/components/ui/num.tsx';

const WORDS: Partial<Record<NumMethod, string>> = {
  exact: 'Tokens, counted exactly',
  estimate: 'Tokens, an estimate',
  rough: 'Tokens, a rough estimate',
};

type RowTokensProps = {
  /** A word in its place (off, empty) when it is not sent; `undefined`: not known yet. */
  value: number | string | undefined;
  method?: NumMethod | undefined;
};

/** A row's tokens: bare, as there are many; its title says how they were counted, and the sums carry the mark. */
export function RowTokens({ value, method = 'estimate' }: RowTokensProps) {
  const title = typeof value === 'number' ? { title: WORDS[method] ?? '' } : {};
  return <Num value={value} {...title} className="shrink-0 text-xs text-ink-3" />;
}
