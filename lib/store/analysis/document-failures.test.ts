import { describe, expect, it } from 'vitest';
import { BACKEND_KINDS, type BackendKind } from '@/lib/backends/backend-kind.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { assemble } from './assembly.ts';
import { documentFailures } from './document-failures.ts';

const [{ document }] = PRESETS;
const sampled = { ...document, fields: '{"temperature": 0.5, "top_p": 0.9, "top_k": 40}' };
const blockingOf = (edited: Document, kind: BackendKind | undefined) =>
  documentFailures(assemble(edited, 1, undefined, kind), policyFor(kind, edited.model)).blocking.map(
    ({ message }) => message,
  );
const blockingAt = (kind: BackendKind | undefined) => blockingOf(sampled, kind);

describe('sampling', () => {
  const refused = ['temperature', 'top_p', 'top_k'].map((field) => `${field}: Extra inputs are not permitted.`);

  it.each(BACKEND_KINDS)(
    'ANALYSIS-10 is refused beforehand by the provider’s own API and its emulator alone: %s',
    (kind) => expect(blockingAt(kind)).toEqual(kind === 'anthropic' || kind === 'emulator' ? refused : []),
  );

  it('ANALYSIS-10 is refused where nobody knows what the backend is: its rules are those of the provider', () =>
    expect(blockingAt(undefined)).toEqual(refused));
});

/** Servers that run models of their own, whatever name they are asked for. */
const OWN_MODELS = ['vllm', 'llamacpp', 'ollama', 'lmstudio', 'sglang', 'deepseek'] as const;

describe('marks', () => {
  const ids = assemble(document, 1)
    .built.blocks.slice(0, 6)
    .map(({ id }) => id);
  const marks = Object.fromEntries(ids.map((id) => [id, '5m' as const]));
  const marked = { ...document, cache: { ...document.cache, marks } };

  it('ANALYSIS-12 keep a request from the backends whose cache reads them by the provider’s rules', () => {
    for (const kind of ['anthropic', 'emulator', 'litellm', 'other', undefined] as const)
      expect(blockingOf({ ...marked, model: 'claude-sonnet-5-5' }, kind).join(), kind).toMatch(/A maximum of 4 blocks/);
  });

  it('ANALYSIS-12 are no reason where they are ignored, or never sent', () => {
    for (const kind of OWN_MODELS) expect(blockingOf({ ...marked, model: 'local-x' }, kind), kind).toEqual([]);
    expect(blockingOf({ ...marked, model: 'gpt-5.6-sol' }, 'openai')).toEqual([]);
  });
});

describe('what a model refuses', () => {
  it('ANALYSIS-12 is nothing to a server that runs another model by that name', () => {
    const forced: Document = { ...document, model: 'claude-opus-5-5', fields: '{"tool_choice": {"type": "any"}}' };
    for (const kind of ['anthropic', 'litellm'] as const) expect(blockingOf(forced, kind), kind).toHaveLength(1);
    for (const kind of OWN_MODELS) expect(blockingOf(forced, kind), kind).toEqual([]);
  });
});
