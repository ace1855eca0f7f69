import { describe, expect, it } from 'vitest';
import { BACKEND_KINDS } from '@/lib/backends/backend-kind.ts';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { roughCount } from '@/lib/tokens/rough-count.ts';
import { analyse } from './analyse.ts';
import { assemble } from './assembly.ts';

const [{ document }] = PRESETS;
const models = ['claude-opus-5-5', 'gpt-5.6-sol', 'gpt-5.5', 'local-x'];
/** With a tool that is not in the prefix. */
const DEFERRED: Document = {
  ...document,
  tools: document.tools.map((tool, index) => (index === 1 ? { ...tool, deferred: true } : tool)),
};

describe.each([...BACKEND_KINDS, undefined])('blocks analysed for %s', (kind) => {
  const analyses = models.map((model) => {
    const assembly = assemble({ ...DEFERRED, model }, 1, undefined, kind);
    const count = (text: string) => roughCount(text, assembly.family);
    return analyse(assembly, { count, digest: sha256Hex, now: 0, policy: policyFor(kind, model) });
  });

  it('ANALYSIS-4 have each the state that is predicted for their own place', () => {
    for (const { blocks, prediction } of analyses) {
      const states = new Map(prediction.blocks.map(({ path, state }) => [path, state]));
      for (const { path, level, state } of blocks) {
        const predicted = states.get(path) ?? (level === 'tools' ? 'deferred' : 'stripped');
        expect(state, path).toBe(prediction.isUnknown && states.has(path) ? 'unknown' : predicted);
      }
    }
  });

  it('are the blocks of the request, with everything that is known of them there', () => {
    for (const { blocks, built } of analyses) {
      expect(blocks).toHaveLength(built.blocks.length);
      built.blocks.forEach((block, index) => {
        expect(blocks[index]).toMatchObject(block);
      });
    }
  });
});
