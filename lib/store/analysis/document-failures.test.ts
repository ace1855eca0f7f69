import { describe, expect, it } from 'vitest';
import { BACKEND_KINDS, type BackendKind } from '@/lib/backends/backend-kind.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { assemble } from './assembly.ts';
import { documentFailures } from './document-failures.ts';

const [{ document }] = PRESETS;
const sampled = { ...document, fields: '{"temperature": 0.5, "top_p": 0.9, "top_k": 40}' };
const blockingAt = (kind: BackendKind | undefined) =>
  documentFailures(assemble(sampled, 1, undefined, kind)).blocking.map(({ message }) => message);

describe('sampling', () => {
  const refused = ['temperature', 'top_p', 'top_k'].map((field) => `${field}: Extra inputs are not permitted.`);

  it.each(BACKEND_KINDS)(
    'ANALYSIS-10 is refused beforehand by the provider’s own API and its emulator alone: %s',
    (kind) => expect(blockingAt(kind)).toEqual(kind === 'anthropic' || kind === 'emulator' ? refused : []),
  );

  it('ANALYSIS-10 is refused where nobody knows what the backend is: its rules are those of the provider', () =>
    expect(blockingAt(undefined)).toEqual(refused));
});
