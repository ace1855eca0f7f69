import type { SelectOption } from '@/components/ui/select.tsx';
import type { BackendDescription } from '@/lib/backends/backend.ts';
import { countChanges } from '@/lib/document/count-changes.ts';
import type { Document } from '@/lib/document/document.ts';
import type { PresetList } from '@/lib/document/preset.ts';

/** The presets of the list, and the document's own one if it is not among them. */
export function presetOptions(
  presets: PresetList,
  { preset, title }: Pick<Document, 'preset' | 'title'>,
): SelectOption[] {
  const known = presets.map(({ document, title: label }) => ({ value: document.preset.id, label }));
  return known.some(({ value }) => value === preset.id) ? known : [{ value: preset.id, label: title }, ...known];
}

/** The models that the backend serves, and the document's own one whatever it is; `isKnown`: a card tells its prices and limits. */
export function modelOptions(model: string, backend: BackendDescription | undefined, isKnown: boolean): SelectOption[] {
  const served = (backend?.models ?? []).map((id) => ({ value: id, label: id }));
  if (served.some(({ value }) => value === model)) return served;
  const isExpected = isKnown || backend?.models === undefined;
  return [{ value: model, label: isExpected ? model : `${model} (unknown)` }, ...served];
}

/** The configured backends, and the document's own one when this server does not have it. */
export function backendOptions(backend: string, backends: readonly BackendDescription[]): SelectOption[] {
  const known = backends.map(({ id, name }) => ({ value: id, label: name }));
  return known.some(({ value }) => value === backend)
    ? known
    : [{ value: backend, label: `${backend} (not here)` }, ...known];
}

/** `3 changes from preset`; nothing when there are none. */
export function changesText(document: Document, preset: Document | undefined): string | undefined {
  const count = preset ? countChanges(document, preset) : 0;
  return count === 0 ? undefined : `${count} change${count === 1 ? '' : 's'} from preset`;
}
