import { describe, expect, it } from 'vitest';
import { vendorModels } from '@/lib/backends/vendor-models.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { MODEL_CARDS } from '@/lib/pricing/model-card.ts';
import { backendOptions, changesText, modelOptions, presetOptions } from './header-options.ts';

const { document } = PRESETS[0];
const values = (options: readonly { value: string }[]) => options.map(({ value }) => value);

describe('the header’s choices', () => {
  it('UI-2 are the presets, and the document’s own where it is unknown', () => {
    expect(values(presetOptions(PRESETS, document))).toEqual(PRESETS.map((preset) => preset.document.preset.id));
    const [own] = presetOptions(PRESETS, { ...document, preset: { id: 'elsewhere', version: 1 }, title: 'Theirs' });
    expect(own).toEqual({ value: 'elsewhere', label: 'Theirs' });
  });

  it('UI-2 are the models served today, and the document’s own whatever it is', () => {
    const anthropic = {
      id: 'a',
      name: 'A',
      kind: 'anthropic',
      key: 'none',
      models: vendorModels('anthropic') ?? [],
    } as const;
    const served = modelOptions(document.model, anthropic, true);
    expect(values(served)).toContain(document.model);
    const retired = MODEL_CARDS.find((card) => card.vendor === 'anthropic' && card.retired)?.id ?? '';
    expect(values(served)).not.toContain(retired);
    expect(modelOptions(retired, anthropic, true)[0]).toEqual({ value: retired, label: retired });
    expect(modelOptions('claude-99', anthropic, false)[0]).toEqual({
      value: 'claude-99',
      label: 'claude-99 (unknown)',
    });
  });

  it('BACK-70 are the models that the backend is declared to serve, else those of its vendor, else none but the document’s', () => {
    const backend = { id: 'b', name: 'B', kind: 'vllm', key: 'none' } as const;
    expect(modelOptions('b', { ...backend, models: ['a', 'b'] }, false)).toEqual([
      { value: 'a', label: 'a' },
      { value: 'b', label: 'b' },
    ]);
    expect(modelOptions('c', { ...backend, models: ['a'] }, false)[0]).toEqual({ value: 'c', label: 'c (unknown)' });
    expect(modelOptions('any', backend, false)).toEqual([{ value: 'any', label: 'any' }]);
    expect(vendorModels('openai')).toContain('gpt-5.5');
    expect(vendorModels('openai')).not.toContain(document.model);
    expect(vendorModels('vllm')).toBeUndefined();
  });

  it('UI-2 are the server’s backends, and the document’s own where the server has no such', () => {
    const backends = [{ id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none' }] as const;
    expect(backendOptions('emulator', backends)).toEqual([{ value: 'emulator', label: 'Emulator' }]);
    expect(backendOptions('theirs', backends)[0]).toEqual({ value: 'theirs', label: 'theirs (not here)' });
  });
});

describe('the count of changes', () => {
  it('UI-2 is silent for the preset as it is, and for one that is unknown', () => {
    expect(changesText(document, document)).toBeUndefined();
    expect(changesText({ ...document, draft: 'Mine' }, undefined)).toBeUndefined();
  });

  it('UI-2 counts what a person changed', () => {
    expect(changesText({ ...document, draft: 'Mine' }, document)).toBe('1 change from preset');
    const flags = { ...document.flags, PROACTIVE: true };
    expect(changesText({ ...document, draft: 'Mine', flags }, document)).toBe('2 changes from preset');
  });
});
