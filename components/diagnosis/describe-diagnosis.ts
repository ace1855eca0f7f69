import type { Cause, UnknownReason } from '@/lib/cache/explain/cause.ts';
import type { ChangeCounts } from '@/lib/cache/explain/change-counts.ts';
import type { DifferencePlace, Explanation } from '@/lib/cache/explain/diagnosis.ts';
import type { OriginDifference } from '@/lib/request/block-origin.ts';

const CHANGES = { changed: 'changed', added: 'was added', removed: 'was taken out', moved: 'moved' } as const;

const TITLES: Readonly<Record<Cause, string>> = {
  system_prompt_changed: 'The system prompt changed',
  tools_changed: 'The tools changed',
  model_changed: 'The model changed',
  messages_rewritten: 'An earlier message changed',
  ttl_expired_5m: 'Entries of 5 minutes ran out',
  ttl_expired_1h: 'Entries of 1 hour ran out',
  cache_control_changed: 'The marks changed',
  likely_server_side: 'The provider no longer had the entry',
  unknown: 'Nothing that is known explains it',
};

const REASONS: Readonly<Record<UnknownReason, string>> = {
  parameters_changed:
    'A parameter that is part of the key (tool choice, thinking, effort, format, images) is another one.',
  betas_changed: 'The set of beta headers is another one.',
  other_workspace: 'The two requests went to caches of different workspaces.',
  lookback_exceeded:
    'The last entry stands 20 blocks or more in front of a mark, which looks back over 20, itself included.',
  not_readable_yet: 'It was sent before the answer to the one before had begun; until then nothing can be read.',
  evidence_missing: 'Times, keys or headers of one of the requests are not known, so nothing is proved.',
};

/** What happened, as a heading: the section or tool by name where it is known. */
export function diagnosisTitle({ cause }: Pick<Explanation, 'cause'>, origin: OriginDifference | undefined): string {
  return origin ? `${origin.span.title} ${CHANGES[origin.change]}` : TITLES[cause];
}

/** Why, in a sentence. */
export const diagnosisReason = ({ reason, why }: Pick<Explanation, 'reason' | 'why'>): string =>
  reason ? REASONS[reason] : why;

const format = new Intl.NumberFormat('en-US');

/** `character 214 of Environment`; nothing where the content is the same. */
export function placeWords(
  place: DifferencePlace | undefined,
  origin: OriginDifference | undefined,
  blockTitle: string | undefined,
): string | undefined {
  if (!place) return undefined;
  const block = blockTitle ?? place.currentPath ?? place.previousPath ?? '';
  if (place.change === 'same') return block;
  if (place.change === 'marked') return block;
  const at = `character ${format.format((origin?.character ?? place.character) + 1)}`;
  return origin && origin.span.title !== block ? `${origin.span.title}, ${at} (${block})` : `${block}, ${at}`;
}

/** How much of the system prompt and of the tools changed, each with its name; nothing where neither is a cause. */
export function countWords({
  counts,
}: Pick<Explanation, 'counts'>): { readonly name: string; readonly words: string }[] {
  const { system, tools } = counts ?? {};
  return [
    ...(system ? [{ name: 'System prompt', words: systemWords(system) }] : []),
    ...(tools ? [{ name: 'Tools', words: toolWords(tools) }] : []),
  ];
}

function systemWords({ added, removed }: NonNullable<ChangeCounts['system']>): string {
  if (added + removed === 0) return 'the same lines in another order';
  return `${signed(added, removed)} characters`;
}

function toolWords({ added, removed, changed }: NonNullable<ChangeCounts['tools']>): string {
  if (added.length + removed.length + changed.length === 0) return 'the same ones in another order';
  const named = (what: string, names: readonly string[]) => (names.length > 0 ? [`${what} ${listed(names)}`] : []);
  const which = [
    ...named('added', added),
    ...named('taken out', removed),
    ...named(
      'changed',
      changed.map(({ name, what }) => `${name} (${what})`),
    ),
  ];
  const signs = signed(added.length, removed.length);
  return `${signs && `${signs}: `}${which.join('; ')}`;
}

/** How many came and how many went; none is not named. */
const signed = (added: number, removed: number): string =>
  [added > 0 && `+${format.format(added)}`, removed > 0 && `−${format.format(removed)}`].filter(Boolean).join(' ');

const MOST_NAMES = 4;

const listed = (names: readonly string[]): string =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
    : names.join(', ');

/** Where a break stands: another model is in front of every block. */
export function diagnosisPlace(
  { cause, place }: Pick<Explanation, 'cause' | 'place'>,
  origin: OriginDifference | undefined,
  blockTitle: string | undefined,
): string | undefined {
  return cause === 'model_changed' ? 'The model, in front of every block' : placeWords(place, origin, blockTitle);
}

export const KIND_WORDS = { waste: 'avoidable', legitimate: 'a legitimate change' } as const;
