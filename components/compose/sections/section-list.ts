import type { Document } from '@/lib/document/document.ts';
import { itemPlaces } from '@/lib/document/item-places.ts';
import { sourceKey } from '@/lib/prompt/block.ts';
import { promptContext } from '@/lib/prompt/prompt-context.ts';
import { closedGate } from '@/lib/prompt/resolve-section.ts';
import type { Section } from '@/lib/prompt/section.ts';
import { layerOf } from '@/lib/prompt/section-layer.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { faultText } from '@/lib/store/analysis/fault-text.ts';
import { describeGate } from './describe-gate.ts';
import { sectionChanges } from './section-changes.ts';

export type Region = 'static' | 'dynamic';

/** A section as its row draws it; a flat object, so that rows whose facts are the same are not drawn again. */
export interface SectionItem {
  readonly id: string;
  readonly title: string;
  readonly region: Region;
  readonly layer: 'static' | 'session' | 'volatile';
  readonly isEnabled: boolean;
  /** In the prompt or why not; `undefined` while that is not known. Its tokens are no part of it: they change at every key. */
  readonly standing: 'sent' | 'off' | 'empty' | 'left out' | undefined;
  /** Why it must be computed on every request. */
  readonly reason: string | undefined;
  /** It is a reminder of its own in the first user message; `undefined` where it could not be one. */
  readonly reminder: boolean | undefined;
  /** What keeps it out of this prompt, whether or not it is on. */
  readonly gate: string | undefined;
  readonly failure: string | undefined;
  /** How it differs from the preset; `undefined`: not at all, but for being on or off. */
  readonly changes: string | undefined;
  readonly canReset: boolean;
}

export interface RegionList {
  /** In the prompt, or left out by the user's own hand. */
  readonly items: readonly SectionItem[];
  /** Kept out by a flag or a setting; in the order of the document, wherever it stands among the others. */
  readonly gated: readonly SectionItem[];
}

export type SectionList = Readonly<Record<Region, RegionList>>;

/** The rows of the sections tab. What is in the document shows at once, what becomes of it with the analysis. */
export function sectionList(
  document: Document,
  analysis: Analysis | undefined,
  preset: Document | undefined,
): SectionList {
  const context = promptContext(document, { id: document.model, name: document.model, structuredOutputs: false });
  const originals = preset?.sections ?? [];
  const places = itemPlaces(originals);
  const list = { static: emptyRegion(), dynamic: emptyRegion() };
  document.sections.forEach((section, index) => {
    const region = index < document.boundary ? 'static' : 'dynamic';
    const standing = standingOf(section, analysis);
    const canBeReminder = region === 'dynamic' && document.layout === 'current';
    const reminder = canBeReminder ? section.reminder === true : undefined;
    const closed = isStillSent(section, analysis) ? undefined : closedGate(section, context);
    const gate = closed?.ok && closed.value !== undefined ? describeGate(closed.value, document.flags) : undefined;
    const failure = failureOf(section, analysis);
    const original = originals[places.get(section.id) ?? -1];
    const changes = sectionChanges(section, original);
    const canReset = original !== undefined && (changes !== undefined || section.enabled !== original.enabled);
    const last = known.get(section);
    const saysTheSame =
      last?.region === region &&
      last.standing === standing &&
      last.reminder === reminder &&
      last.gate === gate &&
      last.failure === failure &&
      last.changes === changes &&
      last.canReset === canReset;
    const item = saysTheSame
      ? last
      : { ...ownFacts(section, region), standing, reminder, gate, failure, changes, canReset };
    if (item !== last) known.set(section, item);
    list[region][gate === undefined ? 'items' : 'gated'].push(item);
  });
  return list;
}

const emptyRegion = (): Record<keyof RegionList, SectionItem[]> => ({ items: [], gated: [] });

/** The row of each section as it was listed last: most outlast a key, and the same object is neither made nor compared again. */
const known = new WeakMap<Section, SectionItem>();

/** The part of a row that follows from the section and its region alone. */
const ownFacts = (section: Section, region: Region) => ({
  id: section.id,
  title: section.title,
  region,
  layer: layerOf(section, region === 'static') as SectionItem['layer'],
  isEnabled: section.enabled,
  reason: section.kind === 'volatile' ? (section.reason ?? 'No reason is given.') : undefined,
});

/** The tokens of a region's sections in the prompt. */
export function regionTokens({ items, gated }: RegionList, tokensBySource: Analysis['tokensBySource']): number {
  const add = (sum: number, { id }: SectionItem) => sum + (tokensBySource.get(sourceKey({ type: 'section', id })) ?? 0);
  return gated.reduce(add, items.reduce(add, 0));
}

/** The session holds its text, whatever has become of the section since. */
const isStillSent = ({ id }: Section, analysis: Analysis | undefined): boolean =>
  analysis?.pending !== undefined && analysis.prompt.sectionValues.get(id)?.type === 'text';

function standingOf(section: Section, analysis: Analysis | undefined): SectionItem['standing'] {
  if (!section.enabled && !isStillSent(section, analysis)) return 'off';
  const value = analysis?.prompt.sectionValues.get(section.id);
  if (!analysis || !value) return undefined;
  if (value.type === 'text')
    return analysis.tokensBySource.has(sourceKey({ type: 'section', id: section.id })) ? 'sent' : 'left out';
  if (value.cause === 'empty') return 'empty';
  return analysis.pending ? 'left out' : undefined;
}

/** A section that is in the analysed document but has no value has failed; its failure says where in it. */
function failureOf({ id, enabled }: Section, analysis: Analysis | undefined): string | undefined {
  if (!enabled || !analysis || analysis.prompt.sectionValues.has(id)) return undefined;
  if (!analysis.document.sections.some((each) => each.id === id && each.enabled)) return undefined;
  const key = sourceKey({ type: 'section', id });
  const failure = analysis.prompt.failures.find(({ subject }) => subject === key);
  if (!failure) return 'Its template cannot be read.';
  const { at } = failure;
  return `${at ? `${at.charAt(0).toUpperCase()}${at.slice(1)}: ` : ''}${faultText(failure)}`;
}
