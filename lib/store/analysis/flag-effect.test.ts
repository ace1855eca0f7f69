import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import type { FlagId } from '@/lib/prompt/flag.ts';
import { assemble } from './assembly.ts';
import { flagEffect, flipFlag, promptTexts } from './flag-effect.ts';

const { document } = PRESETS[0];
const letters = (text: string) => text.length;
const effectOf = (id: FlagId, from = document) =>
  flagEffect(id, assemble(from, 1), assemble(flipFlag(from, id), 1), letters);

describe('what a flag adds to the prompt', () => {
  it('is the section it lets in, with the blank line before it', () => {
    const voice = assemble(flipFlag(document, 'VOICE_MODE'), 1).prompt.sectionValues.get('voice');
    const text = voice?.type === 'text' ? voice.pieces.map((piece) => piece.text).join('') : '';
    expect(text.length).toBeGreaterThan(100);
    expect(effectOf('VOICE_MODE')).toBe(text.length + 2);
  });

  it('is the same whichever way it stands now', () => {
    for (const id of ['VOICE_MODE', 'USER_TYPE_ant', 'include_git_instructions'] as const)
      expect(effectOf(id, flipFlag(document, id))).toBe(effectOf(id));
  });

  it('is negative for what it takes away, and nothing where it needs another flag', () => {
    expect(effectOf('CLAUDE_CODE_SIMPLE')).toBeLessThan(-10_000);
    expect(effectOf('tool_search')).toBeLessThan(0);
    expect(Object.is(effectOf('tengu_coordinator'), 0)).toBe(true);
    expect(effectOf('tengu_coordinator', flipFlag(document, 'COORDINATOR_MODE'))).not.toBe(0);
  });

  it('asks for the counts it needs, each text once', () => {
    const texts = promptTexts(assemble(document, 1));
    expect(new Set(texts).size).toBe(texts.length);
    const asked = new Set([...texts, ...promptTexts(assemble(flipFlag(document, 'PROACTIVE'), 1))]);
    const count = (text: string) => {
      if (!asked.has(text)) throw new Error(`not asked for: ${text.slice(0, 60)}`);
      return text.length;
    };
    flagEffect('PROACTIVE', assemble(document, 1), assemble(flipFlag(document, 'PROACTIVE'), 1), count);
  });
});
