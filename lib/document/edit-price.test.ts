import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '@/lib/import/read-request.ts';
import { sampleAnalysis } from '@/lib/store/analysis/analysis-sample.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { countChanges } from './count-changes.ts';
import { changeBatch, changeCondition, changeOwnPrice, priceFault } from './edit-price.ts';
import { parseDocument } from './parse-document.ts';
import { PRESETS } from './presets.ts';
import { decodeShare, encodeShare } from './share-codec.ts';

const [{ document: preset }] = PRESETS;
const document = { ...preset, model: 'claude-fable-5-2' };
const costs = (each: typeof preset) => sampleAnalysis(each).costs;

describe('the terms of a price', () => {
  const changed = changeOwnPrice(changeBatch(document, true), 'cacheRead', '0.25');

  it('PRICE-18: are saved and linked with the document, count as one change, and leave no trace when they are taken back', () => {
    expect(parseDocument(changed)).toEqual({ ok: true, value: changed });
    expect(decodeShare(encodeShare(changed, document), () => document)).toEqual({ ok: true, value: changed });
    expect(countChanges(changed, document)).toBe(1);
    expect(changeBatch(changeOwnPrice(changed, 'cacheRead', ' '), false)).toEqual(document);
    expect(assemble(changed, 1).built.request).toEqual(assemble(document, 1).built.request);
  });

  it('PRICE-18: a price that is no sum of dollars is refused, and changes nothing', () => {
    for (const wrong of ['-1', 'free', '1e3', '1,5', '1000001']) {
      expect(priceFault(wrong)).toBeDefined();
      expect(changeOwnPrice(document, 'input', wrong)).toBe(document);
    }
    expect(parseDocument({ ...document, price: { own: { x: { input: -1 } } } }).ok).toBe(false);
    for (const right of ['', '0', '3', '.5', '0.25']) expect(priceFault(right)).toBeUndefined();
  });

  it('PRICE-18: an own price holds for its model alone, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (model, other) => {
        fc.pre(model !== other && model !== '__proto__');
        const own = changeOwnPrice({ ...document, model }, 'input', '2');
        expect(own.price?.own).toEqual({ [model]: { input: 2 } });
        expect(changeOwnPrice({ ...own, model: other }, 'input', '').price).toEqual(own.price);
      }),
    );
  });
});

describe('what a request costs on other terms', () => {
  it('PRICE-18: is half in a batch, also for each block', () => {
    const [standard, batch] = [document, changeBatch(document, true)].map(sampleAnalysis);
    expect(batch?.costs.uncached).toBe((standard?.costs.uncached ?? 0) / 2);
    expect(batch?.blocks[0]?.costs.uncached).toBe(Math.round((standard?.blocks[0]?.costs.uncached ?? 0) / 2));
  });

  it('PRICE-19: has the factors of fast mode and US inference, which are asked for in the request itself', () => {
    const fast = changeCondition(document, 'speed', true);
    const both = changeCondition(fast, 'inference_geo', true);
    expect(assemble(both, 1).built.request).toMatchObject({ speed: 'fast', inference_geo: 'us' });
    expect(costs(fast).uncached).toBe((costs(document).uncached ?? 0) * 2);
    expect(costs(both).uncached).toBe(((costs(document).uncached ?? 0) * 22) / 10);
    expect(changeCondition(changeCondition(both, 'speed', false), 'inference_geo', false)).toEqual(document);
    const others = { ...document, fields: '{"top_k": 4}' };
    expect(JSON.parse(changeCondition(others, 'speed', true).fields ?? '')).toEqual({ top_k: 4, speed: 'fast' });
  });

  it('PRICE-19: what an imported request asks for is switched off by asking for the contrary', () => {
    const body = {
      model: 'claude-fable-5-2',
      max_tokens: 9,
      speed: 'fast',
      messages: [{ role: 'user', content: 'x' }],
    };
    const read = readRequest(JSON.stringify(body), document, 'x');
    if (!read.ok) throw new Error(read.failure.message);
    const off = changeCondition(read.value.document, 'speed', false);
    expect(assemble(off, 1).built.request).toMatchObject({ speed: 'standard' });
    expect(costs(off).uncached).toBe((costs(read.value.document).uncached ?? 0) / 2);
  });

  it('PRICE-17, PRICE-20: an unknown model has a cost once its price is entered; what is missing of it is told', () => {
    const unknown = { ...document, model: 'house-model' };
    expect(costs(unknown)).toMatchObject({ uncached: undefined, now: undefined, partial: undefined });
    const input = changeOwnPrice(unknown, 'input', '2');
    const { uncached, partial, now, nowLines } = costs(input);
    expect(uncached).toBe(sampleAnalysis(input).total.tokens * 2000);
    expect(now).toBeUndefined();
    expect(partial?.missing.join()).toMatch(/the price of .*cache creation/);
    expect(partial?.total).toBe((nowLines ?? []).reduce((sum, { amount }) => sum + amount, 0));
    const labels = ['cacheCreation5m', 'cacheCreation1h', 'cacheCreationOther', 'cacheRead'] as const;
    const whole = labels.reduce((each, label) => changeOwnPrice(each, label, '2'), input);
    expect(costs(whole)).toMatchObject({ now: costs(whole).uncached, partial: undefined });
  });
});
