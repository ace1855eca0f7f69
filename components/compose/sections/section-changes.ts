import { isSameValue } from '@/lib/document/same-value.ts';
import type { Section } from '@/lib/prompt/section.ts';
import { rememberPair } from '@/lib/remember.ts';

const FIELDS = {
  title: 'title',
  text: 'text',
  kind: 'kind',
  reason: 'reason',
  gates: 'conditions',
  reminder: 'place among the messages',
} as const satisfies Partial<Record<keyof Section, string>>;

/** How a section differs from the preset's, being on or off aside; `undefined` when it does not. */
export function sectionChanges(section: Section, original: Section | undefined): string | undefined {
  return original ? changedWords(section, original) : 'added: the preset has no such section';
}

const changedWords = rememberPair((section: Section, original: Section): string | undefined => {
  const fields = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter(
    (field) => !isSameValue(section[field], original[field]),
  );
  return fields.length === 0 ? undefined : `edited: ${fields.map((field) => FIELDS[field]).join(', ')}`;
});
