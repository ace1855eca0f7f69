import type { Document } from '@/lib/document/document.ts';
import { FLAGS, type Flag, type FlagId, type FlagKind, type FlagLanding } from '@/lib/prompt/flag.ts';

/** A flag as its row draws it. */
export interface FlagItem {
  readonly id: FlagId;
  readonly name: string;
  readonly effect: string;
  readonly landing: FlagLanding;
  readonly landingWords: string;
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

const IN_FRONT: ReadonlySet<FlagLanding> = new Set(['tools', 'static', 'header', 'whole-prompt']);

/** The flags by kind; with a search, those in which every word of it is found. Groups without flags are left out. */
export function flagGroups(flags: Document['flags'], search: string): FlagGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = (flag: Flag) => {
    const text = `${flag.name} ${flag.id} ${flag.kind} ${flag.effect} ${LANDINGS[flag.landing]}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return KINDS.map((group) => ({
    ...group,
    items: FLAGS.filter((flag) => flag.kind === group.kind && isFound(flag)).map((flag) => ({
      id: flag.id,
      name: flag.name,
      effect: flag.effect,
      landing: flag.landing,
      landingWords: LANDINGS[flag.landing],
      isOn: flags[flag.id],
      isDefault: flags[flag.id] === flag.default,
      isRisky: flag.kind === 'run-time' && IN_FRONT.has(flag.landing),
    })),
  })).filter(({ items }) => items.length > 0);
}
