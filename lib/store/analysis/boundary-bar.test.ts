import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { changeTool } from '@/lib/document/edit-lists.ts';
import { switchFlag, switchPrompt } from '@/lib/document/edit-settings.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { captureBody } from '@/lib/import/capture-sample.ts';
import { readRequest } from '@/lib/import/read-request.ts';
import { sampleAnalysis } from './analysis-sample.ts';

const preset: Document = PRESETS[0].document;
const barOf = (document: Document) => sampleAnalysis(document).boundaryBar;
const withPrompt = (id: keyof Document['prompts'], document = preset): Document => ({
  ...document,
  prompts: { ...document.prompts, [id]: { enabled: true, text: 'You are X.' } },
});
const withMcp = preset.tools
  .filter(({ server }) => server !== undefined)
  .reduce((document, { id }) => changeTool(document, id, { enabled: true }), preset);

describe('what keeps the boundary out of the request', () => {
  it('ANALYSIS-11 is nothing while a block ends at it', () => {
    expect(barOf(preset)).toBeUndefined();
    const proactive = switchFlag(preset, 'PROACTIVE', true);
    expect(barOf(withPrompt('agent', proactive))).toBeUndefined();
    for (const { document } of PRESETS) {
      const { boundaryBar, built } = sampleAnalysis(document);
      const isCut = built.blocks.some(({ id }) => id === 'system:static' || id === 'system:dynamic');
      expect(boundaryBar === undefined, document.title).toBe(isCut);
    }
  });

  it('ANALYSIS-11 is the flag, or the tools in front', () => {
    expect(barOf(switchFlag(preset, 'global_cache_scope', false))).toBe('Not sent: global_cache_scope is off.');
    expect(barOf(withMcp)).toMatch(/^Not sent: MCP tools/);
  });

  it('ANALYSIS-11 is the import, whose blocks are its own', () => {
    const read = readRequest(JSON.stringify(captureBody()), preset, 'Captured');
    expect(read.ok && barOf(read.value.document)).toMatch(/imported/);
  });

  it('ANALYSIS-11 is the prompt itself where it has none, whatever flags and tools there are', () => {
    const none = 'Not sent: the prompt that is sent has none.';
    const simple = switchFlag(preset, 'CLAUDE_CODE_SIMPLE', true);
    expect(barOf(simple)).toBe(none);
    expect(barOf(switchFlag(simple, 'global_cache_scope', false))).toBe(none);
    expect(barOf(switchPrompt(preset, 'coordinator', true))).toBe(none);
    for (const id of ['override', 'agent', 'custom'] as const) {
      expect(barOf(withPrompt(id))).toBe(none);
      const { boundaryBar, built } = sampleAnalysis(withPrompt(id, withMcp));
      expect([boundaryBar, built.globalScopeSkipped]).toEqual([none, false]);
    }
  });
});
