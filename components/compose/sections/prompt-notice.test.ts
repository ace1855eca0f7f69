import { describe, expect, it } from 'vitest';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { flipFlag } from '@/lib/store/analysis/flag-effect.ts';
import { promptNotice } from './prompt-notice.ts';

const preset = PRESETS[0].document;
const count = ({ length }: string) => ({ tokens: length, low: length, high: length, method: 'estimate' }) as const;
const analysed = (document: Document) =>
  analyse(assemble(document, 1), { count, digest: memoDigest(sha256Hex), now: 0 });
const withPrompt = (id: 'override' | 'agent', document = preset): Document => ({
  ...document,
  prompts: { ...document.prompts, [id]: { enabled: true, text: 'Something else.' } },
});

describe('which prompt is sent', () => {
  it('needs no word while it is the default one', () => expect(promptNotice(analysed(preset))).toBeUndefined());

  it('is said when another one won, and that no section is in it', () => {
    expect(promptNotice(analysed(withPrompt('override')))).toBe(
      'The override prompt replaces everything, append included. No section is in it.',
    );
    const proactive = withPrompt('agent', flipFlag(preset, 'PROACTIVE'));
    expect(promptNotice(analysed(proactive))).toBe('A proactive agent: the autonomous prompt, then the agent prompt.');
  });

  it('is said in simple mode, which has no sections either', () => {
    const simple = analysed(flipFlag(preset, 'CLAUDE_CODE_SIMPLE'));
    expect(promptNotice(simple)).toMatch(/^CLAUDE_CODE_SIMPLE is on: identity, directory and date .+ what is appended/);
    const system = simple.built.blocks.filter(({ level, id }) => level === 'system' && id !== 'system:header');
    expect(system.flatMap(({ spans }) => spans.map(({ source }) => source.type))).toEqual(['identity', 'git-status']);
  });
});
