import { describe, expect, it } from 'vitest';
import type { BackendDescription } from '@/lib/backends/backend.ts';
import { vendorModels } from '@/lib/backends/vendor-models.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { serverOf, withBackend } from './chosen-backend.ts';
import { sessionPolicy } from './session-cache.ts';
import { sampleWorkbench } from './workbench-sample.ts';

const { document } = PRESETS[0];
const local: BackendDescription = { id: 'local', name: 'Local', kind: 'llamacpp', key: 'none', models: ['a', 'b'] };

describe('choosing a backend', () => {
  it('BACK-70: takes its first model where it does not serve the chosen one, and changes nothing else', () => {
    expect(withBackend(document, local)).toEqual({ ...document, backend: 'local', model: 'a' });
    expect(withBackend({ ...document, model: 'b' }, local).model).toBe('b');
    expect(withBackend(document, { id: 'v', name: 'V', kind: 'vllm', key: 'none' }).model).toBe(document.model);
    const models = vendorModels('emulator') ?? [];
    const emulator = { id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none', models } as const;
    expect(withBackend(document, emulator)).toBe(document);
    expect(models).toContain(withBackend({ ...document, model: 'a' }, emulator).model);
  });

  it('BACK-71: a server of one’s own is a backend from then on, with its key asked for and its kind’s cache', () => {
    const { workbench, edit } = sampleWorkbench();
    const server = { name: 'Mine', kind: 'vllm', baseUrl: 'http://127.0.0.1:8000' } as const;
    const id = workbench.getState().declareServer(server, ['m']);
    const other = workbench.getState().declareServer({ ...server, name: 'Other' }, []);
    expect(new Set([id, other]).size).toBe(2);
    expect(workbench.getState().backends.find((each) => each.id === id)).toEqual({
      id,
      name: 'Mine',
      kind: 'vllm',
      key: 'visitor',
      models: ['m'],
    });
    expect(serverOf(workbench.getState(), id)).toEqual({ server });
    expect(serverOf(workbench.getState(), 'emulator')).toEqual({});
    edit({ backend: id, model: 'm' });
    expect(sessionPolicy(workbench.getState(), { backend: id, model: 'm' }).id).toBe('vllm');
  });
});
