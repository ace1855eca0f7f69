import type { Document } from './document.ts';

/** A document to start from. A published version never changes: links are a difference from it. */
export interface Preset {
  readonly title: string;
  readonly description: string;
  readonly document: Document;
  /** Versions that were published before, the newest first: links that were made with them still open as they were. */
  readonly earlier?: readonly Document[];
}

/** Every preset, in the order of the list. The page hands it to the browser: its texts are data, not code. */
export type PresetList = readonly [Preset, ...Preset[]];

/** The document a preset stands for, at one version; `undefined` when the list has none such. */
export function findPreset(presets: PresetList, { id, version }: Document['preset']): Document | undefined {
  const versions = presets.flatMap(({ document, earlier = [] }) => [document, ...earlier]);
  return versions.find(({ preset }) => preset.id === id && preset.version === version);
}

/** The newest version of a document's preset, if it has moved on since. */
export function newerPreset(presets: PresetList, { id, version }: Document['preset']): Document | undefined {
  return presets.find(({ document: { preset } }) => preset.id === id && preset.version > version)?.document;
}
