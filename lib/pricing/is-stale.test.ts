import { describe, expect, it } from 'vitest';
import { isStale } from './is-stale.ts';
import { ANTHROPIC_MODELS } from './models-anthropic.ts';
import { OPENAI_MODELS } from './models-openai.ts';

describe('isStale', () => {
  it('PRICE-5 begins on the 61st day', () => {
    expect(isStale('2026-11-21', '2027-01-20')).toBe(false);
    expect(isStale('2026-11-21', '2027-01-21')).toBe(true);
    expect(isStale('2026-11-21', '2026-11-22', 0)).toBe(true);
  });

  it.each(['', 'today', '2026-11', '2026-13-01'])('PRICE-5 refuses %j as a date', (date) => {
    expect(() => isStale('2026-11-21', date)).toThrow('Not a date');
  });

  // vitest.config.ts hands in the day of the last commit where none is told; without either there is no build date to compare with.
  const buildDate = process.env['STRATA_BUILD_DATE'] ?? '';
  it.skipIf(buildDate === '').each([ANTHROPIC_MODELS, OPENAI_MODELS])(
    'PRICE-5 the $vendor table is fresh on the build date (skipped where neither STRATA_BUILD_DATE nor a commit tells it)',
    ({ readOn }) =>
      expect(isStale(readOn, buildDate), `read on ${readOn}, built on ${buildDate}: read the price pages again`).toBe(
        false,
      ),
  );
});
