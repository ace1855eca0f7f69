import { describe, expect, it } from 'vitest';
import { findModel } from '@/lib/pricing/model-card.ts';
import { describePriceSource, PRICE_FIELDS, pricePlaceholder } from './price-fields.ts';

const opus = findModel('claude-opus-5-5');

describe('the form of a price', () => {
  it('PRICE-21: says whose word the price is', () => {
    expect(describePriceSource(opus, false, 'claude-opus-5-5', false)).toContain(`read on ${opus?.readOn}`);
    expect(describePriceSource(opus, true, 'claude-opus-5-5', false)).toContain('what you entered');
    expect(describePriceSource(findModel('claude-fable-5-2'), false, '', false)).toContain('third parties');
    expect(describePriceSource(undefined, false, 'house-model', false)).toContain('No price of house-model is known');
  });

  it('PRICE-22: says when the card is more than 60 days old, and not of an own price', () => {
    expect(describePriceSource(opus, false, '', false)).not.toContain('60 days');
    expect(describePriceSource(opus, false, '', true)).toContain('more than 60 days ago');
    expect(describePriceSource(opus, true, '', true)).not.toContain('60 days');
  });

  it('PRICE-21: shows what the card says until there is an own price', () => {
    expect(PRICE_FIELDS.map(({ label }) => pricePlaceholder(opus, label, false))).toEqual([
      '4',
      '0.2',
      '5',
      '8',
      '',
      '20',
    ]);
    expect(pricePlaceholder(opus, 'input', true)).toBe('');
    expect(pricePlaceholder(undefined, 'input', false)).toBe('');
  });
});
