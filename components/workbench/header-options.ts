import type { SelectOption } from '@/components/ui/select.tsx';
import type { BackendDescription } from '@/lib/backends/backend.ts';
import { countChanges } from '@/lib/document/count-changes.ts';
import type { Document } from '@/lib/document/document.ts';
import { findPreset, PRESETS } from '@/lib/document/presets.ts';
import { findModel, MODEL_CARDS } from '@/lib/pricing/model-card.ts';

/** The presets of this Strata, and the document's own one if it is not among them. */
export function presetOptions({ preset, title }: Pick<Document, 'preset' | 'title'>): SelectOption[] {
  const known = PRESETS.map(({ document, title: label }) => ({ value: document.preset.id, label }));
  return known.some(({ value }) => value === preset.id) ? known : [{ value: preset.id, label: title }, ...known];
}

/** The models served today, and the document's own one whatever it is. */
export function modelOptions(model: string): SelectOption[] {
  const served = MODEL_CARDS.filter(({ vendor, retired }) => vendor === 'anthropic' && !retired).map(({ id }) => ({
    value: id,
    label: id,
  }));
  if (served.some(({ value }) => value === model)) return served;
  return [{ value: model, label: findModel(model) ? model : `${model} (unknown)` }, ...served];
}

/** The configured backends, and the document's own one when this server does not have it. */
export function backendOptions(backend: string, backends: readonly BackendDescription[]): SelectOption[] {
  const known = backends.map(({ id, name }) => ({ value: id, label: name }));
  return known.some(({ value }) => value === backend)
    ? known
    : [{ value: backend, label: `${backend} (not here)` }, ...known];
}

/** `3 changes from preset`; nothing when there are none. */
export function changesText(document: Document): string | undefined {
  const preset = findPreset(document.preset.id, document.preset.version);
  const count = preset ? countChanges(document, preset) : 0;
  return count === 0 ? undefined : `${count} change${count === 1 ? '' : 's'} from preset`;
}
