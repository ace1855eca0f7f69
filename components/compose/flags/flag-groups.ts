import type { Document } from '@/lib/document/document.ts';
import { FLAGS, type FlagId, type FlagKind, type FlagLanding } from '@/lib/prompt/flag.ts';
import { FLAG_DESCRIPTIONS } from '@/lib/prompt/flag-descriptions.ts';
import { flagPosition } from './flag-position.ts';

/** A flag as its row draws it. */
export interface FlagItem {
  readonly id: FlagId;
  readonly name: string;
  readonly effect: string;
  readonly landing: FlagLanding;
  readonly landingWords: string;
  /** Where that is, seen from the boundary as it stands; `undefined` for what only moves marks. */
  readonly position: string | undefined;
  readonly isOn: boolean;
  readonly isDefault: boolean;
  /** It can flip in mid-session, and lands in front of the boundary. */
  readonly isRisky: boolean;
}

export interface FlagGroup {
  readonly kind: FlagKind;
  readonly title: string;
  readonly explanation: string;
  readonly items: readonly FlagItem[];
}

const KINDS: readonly Omit<FlagGroup, 'items'>[] = [
  { kind: 'compile-time', title: 'Compile-time', explanation: 'Changes with a release.' },
  { kind: 'run-time', title: 'Run-time', explanation: 'May flip at any moment of a session.' },
  { kind: 'environment', title: 'Environment', explanation: 'Set by the shell that starts the session.' },
];

const LANDINGS: Readonly<Record<FlagLanding, string>> = {
  tools: 'tools',
  static: 'static',
  dynamic: 'dynamic',
  'system-context': 'system context',
  'user-context': 'memory files',
  header: 'header',
  marks: 'breakpoints',
  'whole-prompt': 'whole prompt',
};

/** The flags by kind; with a search, those in which every word of it is found. Groups without flags are left out. */
export function flagGroups(
  { flags, sections, boundary }: Pick<Document, 'flags' | 'sections' | 'boundary'>,
  search: string,
): FlagGroup[] {
  const positionOf = (flag: (typeof FLAGS)[number]) => flagPosition(flag, { sections, boundary });
  const positionWords = (flag: (typeof FLAGS)[number]) => {
    const position = positionOf(flag);
    return position && `${position === 'in front' ? 'in front of' : 'behind'} the boundary`;
  };
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = (flag: (typeof FLAGS)[number]) => {
    const text =
      `${flag.name} ${flag.id} ${flag.kind} ${FLAG_DESCRIPTIONS[flag.id]} ${LANDINGS[flag.landing]} ${positionWords(flag)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return KINDS.map((group) => ({
    ...group,
    items: FLAGS.filter((flag) => flag.kind === group.kind && isFound(flag)).map((flag) => ({
      id: flag.id,
      name: flag.name,
      effect: FLAG_DESCRIPTIONS[flag.id],
      landing: flag.landing,
      landingWords: LANDINGS[flag.landing],
      isOn: flags[flag.id],
      isDefault: flags[flag.id] === flag.default,
      position: positionWords(flag),
      isRisky: flag.kind === 'run-time' && positionOf(flag) === 'in front',
    })),
  })).filter(({ items }) => items.length > 0);
}
