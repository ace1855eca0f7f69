import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleAnalysis, unknownAnalysis } from '@/lib/store/analysis/analysis-sample.ts';
import { boundaryPlace } from './boundary-place.ts';
import { hiddenWords, idleMark, predictedCost, STATE_LOOKS, summariseTools } from './describe-block.ts';
import { chooseMark, markChoice, markOptions } from './mark-choice.ts';
import { blockStretches, cutStretches } from './stretches.ts';

const preset: Document = PRESETS[0].document;
const analysis = sampleAnalysis(preset);
const systemBlocks = analysis.blocks.filter(({ level }) => level === 'system');
const tools = analysis.blocks.filter(({ level }) => level === 'tools');

describe('blockStretches', () => {
  it('gives every source of a block its text and its tokens, in order', () => {
    for (const block of analysis.blocks.filter(({ level }) => level !== 'tools')) {
      const stretches = blockStretches(block, preset);
      expect(stretches.map(({ sourceKey }) => sourceKey)).toEqual(block.sources.map(({ key }) => key));
      expect(stretches.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(block.count.tokens);
      let at = 0;
      for (const { pieces } of stretches) {
        const text = pieces.map((piece) => piece.text).join('');
        const found = block.text.indexOf(text, at);
        expect(block.text.slice(at, found).trim()).toBe('');
        at = found + text.length;
      }
      expect(block.text.slice(at).trim()).toBe('');
    }
  });

  it('tells what a template name was filled with', () => {
    const filled = systemBlocks
      .flatMap((block) => blockStretches(block, preset))
      .flatMap(({ pieces }) => pieces.filter(({ isFilled }) => isFilled));
    expect(filled.map(({ text }) => text)).toContain(preset.environment.workingDirectory);
  });

  it('shows a tool as words and a schema', () => {
    const [stretch] = tools.flatMap((block) => blockStretches(block, preset));
    const text = stretch?.pieces[0]?.text ?? '';
    expect(text.startsWith(preset.tools[0]?.description ?? '?')).toBe(true);
    expect(text).toContain('\n  "type": "object"');
    expect(stretch?.selection).toEqual({ type: 'tool', id: preset.tools[0]?.id });
  });

  it('can be cut, and says how much is left', () => {
    const stretches = systemBlocks.flatMap((block) => blockStretches(block, preset));
    const all = stretches.flatMap(({ pieces }) => pieces).reduce((sum, { text }) => sum + text.length, 0);
    const { stretches: kept, left } = cutStretches(stretches, 1_000);
    const shown = kept.flatMap(({ pieces }) => pieces).reduce((sum, { text }) => sum + text.length, 0);
    expect([shown, left]).toEqual([1_000, all - 1_000]);
    expect(cutStretches(stretches, Number.POSITIVE_INFINITY)).toEqual({ stretches, left: 0 });
  });
});

describe('a block at a backend of which nobody tells how it caches', () => {
  const { blocks } = unknownAnalysis(preset);

  it('POLICY-18: has no predicted cost and no swatch, and no word of a prediction', () => {
    for (const block of blocks) {
      expect(predictedCost(block)).toBeUndefined();
      expect(STATE_LOOKS[block.state]).toMatchObject({ swatch: undefined, words: 'not known' });
    }
    const summary = summariseTools(blocks.filter(({ level }) => level === 'tools'));
    expect(summary).toMatchObject({ state: 'unknown', cost: undefined });
  });
});

describe('boundaryPlace', () => {
  it('ends the static block when the boundary is sent', () => {
    const sent = sampleAnalysis({ ...preset, tools: [], flags: { ...preset.flags, global_cache_scope: true } });
    expect(boundaryPlace(sent.blocks, sent.document)).toMatchObject({ blockId: 'system:static', isBlockEnd: true });
    expect(sent.boundaryBar).toBeUndefined();
  });

  it('stands inside the one block when it is not, with the reason', () => {
    const unsent = sampleAnalysis({ ...preset, flags: { ...preset.flags, global_cache_scope: false } });
    const place = boundaryPlace(unsent.blocks, unsent.document);
    expect(place).toMatchObject({ blockId: 'system:rest', isBlockEnd: false });
    const block = unsent.blocks.find(({ id }) => id === 'system:rest');
    const last = block?.sources[place?.source ?? -1]?.source;
    const statics = preset.sections.slice(0, preset.boundary).map(({ id }) => id);
    expect(last?.type === 'section' && statics.includes(last.id)).toBe(true);
    expect(unsent.boundaryBar).toBe('Not sent: global_cache_scope is off.');
  });

  it('is in front of everything when nothing is static', () => {
    const flags = { ...preset.flags, CLAUDE_CODE_ATTRIBUTION_HEADER_0: true };
    const bare = sampleAnalysis({ ...preset, boundary: 0, tools: [], flags });
    expect(boundaryPlace(bare.blocks, bare.document)?.blockId).toBe('system:identity');
    expect(boundaryPlace([], preset)).toBeUndefined();
  });
});

describe('summariseTools', () => {
  it('adds up what is in the prefix', () => {
    const summary = summariseTools(tools);
    for (const field of ['tokens', 'low', 'high'] as const)
      expect(summary.count[field]).toBe(tools.reduce((sum, { count }) => sum + count[field], 0));
    expect(summary.count.low).toBeLessThan(summary.count.high);
    expect(summary.end).toBe(tools.at(-1)?.end);
    expect(summary.cost).toBe(tools.reduce((sum, tool) => sum + (predictedCost(tool) ?? 0), 0));
    expect(summary).toMatchObject({ deferred: 0, marks: 0, faults: 0, state: tools[0]?.state });
  });

  it('ANALYSIS-5 is as sure as the least sure of them', () => {
    const [first, ...others] = tools.map((tool) => ({ ...tool, count: { ...tool.count, method: 'exact' as const } }));
    const [second, ...rest] = others;
    if (!first || !second) throw new Error('There are several tools.');
    const uneven = [first, { ...second, count: { ...second.count, method: 'estimate' as const } }, ...rest];
    expect([summariseTools([first]), summariseTools(uneven)].map(({ count }) => count.method)).toEqual([
      'exact',
      'estimate',
    ]);
  });

  it('leaves out what is deferred, and knows no price without rates', () => {
    const deferred = sampleAnalysis({ ...preset, flags: { ...preset.flags, tool_search: true }, model: 'unknown' });
    const summary = summariseTools(deferred.blocks.filter(({ level }) => level === 'tools'));
    expect(summary.deferred).toBeGreaterThan(0);
    expect(summary.cost).toBeUndefined();
  });
});

describe('marks', () => {
  const id = 'system:identity';

  it('are chosen, changed and given back to the rules', () => {
    const byHand = chooseMark(preset, id, '1h');
    expect(markChoice(byHand, id)).toBe('1h');
    expect(chooseMark(byHand, id, 'ruled')).toEqual(preset);
    expect(markChoice(chooseMark(byHand, id, 'none'), id)).toBe('none');
    expect(chooseMark(byHand, id, '1h')).toBe(byHand);
  });

  it('say what the rules come to while they are chosen', () => {
    const marked = analysis.blocks.find(({ breakpoint }) => breakpoint);
    const labels = (document: Document) => (marked ? markOptions(marked, document).map(({ label }) => label) : []);
    expect(labels(preset)).toEqual(['By the rules (5m)', 'None', '5m', '1h']);
    expect(labels(chooseMark(preset, marked?.id ?? '', '1h'))[0]).toBe('By the rules');
  });

  it('say when they have no effect yet', () => {
    const short: Document = { ...preset, sections: [], tools: [], memoryFiles: [], conversation: [] };
    const small = sampleAnalysis(short);
    const marked = small.blocks.find(({ breakpoint }) => breakpoint);
    expect(marked && idleMark(small, marked)).toMatch(/^No effect yet: [\d,]+ tokens/);
    for (const block of analysis.blocks) expect(idleMark(analysis, block)).toBeUndefined();
  });
});

describe('predictedCost', () => {
  it('is that of the predicted state, and none for what is stripped', () => {
    expect(systemBlocks.map(predictedCost)[0]).toBeUndefined();
    expect(systemBlocks.map(predictedCost)[1]).toBeGreaterThan(0);
  });
});

describe('hiddenWords', () => {
  it('ANALYSIS-1 say what a short block carries beside its text, and nothing of a long one', () => {
    const [header, identity, statics] = systemBlocks.map(hiddenWords);
    expect(identity).toContain(`${analysis.card?.toolPromptTokens?.auto} of these tokens are not of this text`);
    expect([header, statics]).toEqual([undefined, undefined]);
  });
});
