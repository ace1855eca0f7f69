import { describe, expect, it } from 'vitest';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { costTitle, describeCostBand, describeTokenBand, laterCostTitle } from './describe-band.ts';

const ESTIMATE: TokenCount = { tokens: 17_200, low: 16_168, high: 18_232, method: 'estimate' };
const EXACT: TokenCount = { tokens: 17_200, low: 17_200, high: 17_200, method: 'exact' };

describe('the words for a band', () => {
  it('TOKEN-51 are in tokens for a count, and say what is exact', () => {
    expect(describeTokenBand(ESTIMATE)).toBe('17,200 tokens, between 16,168 and 18,232');
    expect(describeTokenBand(EXACT)).toBe('17,200 tokens, exact');
    expect(describeTokenBand({ ...EXACT, tokens: 1, low: 1, high: 1 })).toBe('1 token, exact');
    expect(describeTokenBand({ ...ESTIMATE, low: 17_200, high: 17_200 })).toContain('between');
  });

  it('TOKEN-51 are in money for a cost, each end told from the cost itself', () => {
    expect(describeCostBand(51_600_000, ESTIMATE)).toBe('$0.0516, between $0.0485 and $0.0547');
    expect(describeCostBand(51_600_000, EXACT)).toBe('$0.0516');
    expect(describeCostBand(51_600_000, { ...ESTIMATE, low: 17_190, high: 17_210 })).toBe(
      '$0.05160, between $0.05157 and $0.05163',
    );
    expect(describeCostBand(undefined, ESTIMATE)).toBeUndefined();
  });

  it('TOKEN-51 come after what the figure means', () => {
    expect(costTitle('Predicted', 51_600_000, ESTIMATE)).toBe(
      'Predicted: $0.0516, between $0.0485 and $0.0547 (17,200 tokens, between 16,168 and 18,232)',
    );
    expect(costTitle('Predicted', undefined, ESTIMATE)).toBe('Predicted');
    expect(laterCostTitle('Predicted', 51_600_000, ESTIMATE)).toBe('Predicted: $0.0516, between $0.0485 and $0.0547');
    expect(laterCostTitle('Predicted', undefined, ESTIMATE)).toBe('Predicted');
  });
});
