import { expect, it } from 'vitest';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { roughCount } from '@/lib/tokens/rough-count.ts';
import { analyse } from './analyse.ts';
import { assemble } from './assembly.ts';

const [{ document }] = PRESETS;

/** Of each mark that is sent, why it has no effect. */
function idleMarks(
  kind: 'anthropic' | 'vllm' | 'llamacpp' | 'ollama' | 'sglang' | 'deepseek' | 'openai',
  model: string,
) {
  const assembly = assemble({ ...document, model }, 1, undefined, kind);
  const count = (text: string) => roughCount(text, assembly.family);
  const { marks } = analyse(assembly, { count, digest: sha256Hex, now: 0, policy: policyFor(kind, model) });
  return marks.map(({ idle }) => idle);
}

it('UI-5: a mark has an effect where the cache of the backend reads marks, and only there', () => {
  expect(idleMarks('anthropic', 'claude-sonnet-5-5')).toEqual([undefined, undefined, undefined]);
  expect(idleMarks('openai', 'gpt-5.6-sol')).toEqual([undefined, undefined, undefined]);
  const ignored = ['backend', 'backend', 'backend'];
  for (const kind of ['vllm', 'llamacpp', 'ollama', 'sglang', 'deepseek'] as const)
    expect(idleMarks(kind, 'local-x'), kind).toEqual(ignored);
  expect(idleMarks('openai', 'gpt-5.5')).toEqual(ignored);
});
