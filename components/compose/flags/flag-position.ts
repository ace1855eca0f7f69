import type { Document } from '@/lib/document/document.ts';
import type { Flag, FlagId, FlagLanding } from '@/lib/prompt/flag.ts';
import type { Section } from '@/lib/prompt/section.ts';
import { mentionedNames } from '@/lib/prompt/template.ts';
import { rememberEach } from '@/lib/remember.ts';

/** Where a flip lands, seen from the boundary; `undefined` where that is no question of places. */
export type FlagPosition = 'in front' | 'behind' | undefined;

const BY_LANDING: Readonly<Record<FlagLanding, FlagPosition>> = {
  header: 'in front',
  tools: 'in front',
  static: 'in front',
  'whole-prompt': 'in front',
  dynamic: 'behind',
  'system-context': 'behind',
  'user-context': 'behind',
  marks: undefined,
};

/** Names of the prompt context that stand for a flag, besides `flags.<id>`. */
const SPEAKS_FOR: Partial<Record<FlagId, string>> = {
  KAIROS: 'memory.dailyLog',
  TEAMMEM: 'memory.team',
  mcp_instructions_delta: 'mcp.servers',
};

/** A flag that acts through sections lands where the foremost of them stands now, wherever the preset had it. */
export function flagPosition(
  { id, landing }: Pick<Flag, 'landing'> & { readonly id: FlagId },
  { sections, boundary }: Pick<Document, 'sections' | 'boundary'>,
): FlagPosition {
  if (landing !== 'static' && landing !== 'dynamic') return BY_LANDING[landing];
  const names = [`flags.${id}`, ...(SPEAKS_FOR[id] ? [SPEAKS_FOR[id]] : [])];
  const mentions = (section: Section) => names.some((name) => namesIn(section).has(name));
  const first = sections.findIndex(mentions);
  if (first === -1) return BY_LANDING[landing];
  return first < boundary ? 'in front' : 'behind';
}

/** The names that a section's gates and template mention; found once for the same section. */
const namesIn = rememberEach(
  ({ gates, text }: Section): ReadonlySet<string> =>
    new Set([...gates.map((gate) => gate.replace(/^!/, '')), ...mentionedNames(text)]),
);
