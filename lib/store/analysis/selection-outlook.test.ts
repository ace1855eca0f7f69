import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { changeSection } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleAnalysis } from './analysis-sample.ts';
import { selectionOutlook } from './selection-outlook.ts';
import { selectionKey, sourceSelection } from './selection-source.ts';

const preset: Document = PRESETS[0].document;
const analysis = sampleAnalysis(preset);
const id = preset.sections.find((section) => analysis.tokensBySource.has(`section:${section.id}`))?.id ?? '';

describe('selectionOutlook', () => {
  it('is the share of the block: tokens as the analysis has them, costs in proportion', () => {
    const outlook = selectionOutlook(analysis, { type: 'section', id });
    expect(outlook?.tokens).toBe(analysis.tokensBySource.get(`section:${id}`));
    expect(outlook?.block.sources.some(({ key }) => key === `section:${id}`)).toBe(true);
    expect(analysis.blocks[(outlook?.blockNumber ?? 0) - 1]).toBe(outlook?.block);
    expect(outlook?.blockCount).toBe(analysis.blocks.length);
    const { block, tokens = 0, costs } = outlook ?? {};
    expect(costs?.uncached).toBe(((block?.costs.uncached ?? 0) / (block?.count.tokens ?? 1)) * tokens);
    expect(costs?.read).toBeLessThan(costs?.uncached ?? 0);
  });

  it('ANALYSIS-5: is as sure as the least sure of the blocks it is in', () => {
    const blocks = ['Hello', 'there'].map((text, index) => ({ id: `b${index}`, type: 'text', text }) as const);
    const spoken = sampleAnalysis({ ...preset, conversation: [{ id: 'a', role: 'user', text: '', blocks }] });
    const of = (last: 'estimate' | 'exact') => {
      const counted = spoken.blocks.map((block) => {
        const method = block.text === 'there' ? last : 'exact';
        return { ...block, count: { ...block.count, method } as const };
      });
      return selectionOutlook({ ...spoken, blocks: counted }, { type: 'turn', id: 'a' })?.method;
    };
    expect([of('exact'), of('estimate')]).toEqual(['exact', 'estimate']);
  });

  it('has no costs where no price is known', () => {
    const unknown = sampleAnalysis({ ...preset, model: 'nobody-knows' });
    const outlook = selectionOutlook(unknown, { type: 'section', id });
    expect(outlook?.tokens).toBeGreaterThan(0);
    expect(Object.values(outlook?.costs ?? {})).toEqual(Array(5).fill(undefined));
  });

  it('is nothing for what is not sent', () => {
    const off = sampleAnalysis(changeSection(preset, id, { enabled: false }));
    expect(selectionOutlook(off, { type: 'section', id })).toBeUndefined();
    expect(selectionOutlook(analysis, { type: 'section', id: 'gone' })).toBeUndefined();
  });

  it('is that of the section through which a server speaks, and says so', () => {
    const server = { type: 'server', id: preset.mcpServers[0]?.id ?? '' } as const;
    expect(selectionOutlook(analysis, server)?.within).toBe('MCP instructions');
    const announced: Document = { ...preset, flags: { ...preset.flags, mcp_instructions_delta: true } };
    expect(selectionOutlook(sampleAnalysis(announced), server)?.within).toBe('MCP announcement');
  });
});

describe('selectionKey', () => {
  it('leads back from every source that can be edited', () => {
    for (const { source, key } of analysis.blocks.flatMap(({ sources }) => sources)) {
      const selection = sourceSelection(source);
      expect(selection ? selectionKey(selection, preset) : key).toBe(key);
    }
    expect(sourceSelection({ type: 'header' })).toBeUndefined();
    expect(sourceSelection({ type: 'draft' })).toBeUndefined();
  });
});
