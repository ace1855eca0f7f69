import { expect, it } from 'vitest';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { describeCount } from './describe-count.ts';

const words = (total: Analysis['total'], tokenizer?: string) =>
  describeCount({ total, card: tokenizer && { tokenizer } } as Analysis);

it.each([
  [{ tokens: 100, low: 100, high: 100, method: 'exact' }, 'o200k', 'exact · o200k'],
  [{ tokens: 100, low: 100, high: 100, method: 'exact' }, 'claude-new', 'exact · counted by the provider'],
  [{ tokens: 100, low: 100, high: 100, method: 'exact' }, undefined, 'exact · counted by the provider'],
  [{ tokens: 100, low: 65, high: 135, method: 'rough' }, 'claude-new', 'rough · by characters'],
  [{ tokens: 1000, low: 960, high: 1030, method: 'estimate' }, 'claude-new', 'estimate · o200k-based, ±4 %'],
  [{ tokens: 1000, low: 1000, high: 1001, method: 'estimate' }, 'claude-new', 'estimate · o200k-based, ±1 %'],
  [{ tokens: 0, low: 0, high: 0, method: 'estimate' }, undefined, 'estimate · o200k-based, ±1 %'],
] as const)('UI-11 %j of %s is told as %s', (total, tokenizer, told) => expect(words(total, tokenizer)).toBe(told));
