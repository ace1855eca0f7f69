/** `error`: the provider refuses it, or nothing is ever read; `warning`: tokens are billed again; `note`: it can come to that. */
export type Severity = 'error' | 'warning' | 'note';

/** A rule of the linter: its code never changes and is never used again. */
export interface LintRule {
  readonly code: `CL${number}`;
  readonly name: string;
  readonly severity: Severity;
  /** What it finds, in a sentence. */
  readonly summary: string;
  /** Why that costs, and what helps. */
  readonly explanation: string;
}

const VOLATILE =
  'Every request with another value has another prefix: what stands behind it is created anew and never read.';

/** Every rule. CL107 and CL108 need the document that a request was assembled from; the others need the request alone. */
export const LINT_RULES = [
  {
    code: 'CL101',
    name: 'timestamp-in-prefix',
    severity: 'warning',
    summary: 'A time of day stands in the cached prefix.',
    explanation: `${VOLATILE} Give the date alone, or put the time into the last message.`,
  },
  {
    code: 'CL102',
    name: 'date-in-prefix',
    severity: 'note',
    summary: 'A date stands in the cached prefix.',
    explanation: 'The prefix is another one each day. Keep it behind everything that is shared or long.',
  },
  {
    code: 'CL103',
    name: 'uuid-in-prefix',
    severity: 'warning',
    summary: 'A UUID stands in the cached prefix.',
    explanation: `${VOLATILE} Send ids in metadata or in the last message.`,
  },
  {
    code: 'CL104',
    name: 'random-in-prefix',
    severity: 'warning',
    summary: 'A random value stands in the cached prefix.',
    explanation: `${VOLATILE} Send ids in metadata or in the last message.`,
  },
  {
    code: 'CL105',
    name: 'counter-in-prefix',
    severity: 'warning',
    summary: 'A counter stands in the cached prefix.',
    explanation: `${VOLATILE} Count in the last message, or not at all.`,
  },
  {
    code: 'CL106',
    name: 'machine-before-shared',
    severity: 'warning',
    summary: 'A working directory or git status stands in front of most of the system prompt.',
    explanation:
      'The text behind it is the same for everyone, but cached for each machine and folder apart. Put it last.',
  },
  {
    code: 'CL107',
    name: 'volatile-before-stable',
    severity: 'warning',
    summary: 'A section that is computed for every request stands in front of ones that are not.',
    explanation: 'Each of its values makes the sections behind it new. Put it behind all of them.',
  },
  {
    code: 'CL108',
    name: 'run-time-flag-before-boundary',
    severity: 'warning',
    summary: 'A section in front of the boundary depends on a flag that can change while it runs.',
    explanation:
      'Each combination of such flags is a static prefix of its own: n flags make 2ⁿ of them. Put it behind the boundary.',
  },
  {
    code: 'CL109',
    name: 'tools-unsorted',
    severity: 'note',
    summary: 'The tools are not in the order of their names.',
    explanation:
      'An order that follows from a registry, a map or a race changes by itself, and with it everything behind the tools. Sorted, it cannot.',
  },
  {
    code: 'CL110',
    name: 'tools-per-user',
    severity: 'warning',
    summary: 'Tools of MCP servers stand in the prefix.',
    explanation:
      'They differ from user to user and come and go, and all of the prompt stands behind them. Load them on demand.',
  },
  {
    code: 'CL111',
    name: 'below-minimum',
    severity: 'warning',
    summary: 'A marked prefix is shorter than the model caches.',
    explanation: 'Such a mark has no effect, without any error. Mark a longer prefix, or take the mark off.',
  },
  {
    code: 'CL112',
    name: 'too-many-marks',
    severity: 'error',
    summary: 'More than four blocks are marked.',
    explanation:
      'The provider refuses the request. Tools, system and messages count together, automatic caching as one.',
  },
  {
    code: 'CL113',
    name: 'long-after-short',
    severity: 'error',
    summary: 'A mark of 1 hour stands behind one of 5 minutes.',
    explanation: 'The provider refuses the request: longer entries must come first.',
  },
  {
    code: 'CL114',
    name: 'lookback-exceeded',
    severity: 'warning',
    summary: 'The last turn is longer than a mark looks back.',
    explanation:
      'A mark looks back over 20 blocks. What the request before wrote lies further back, so all of it is created again. Put a mark in between.',
  },
  {
    code: 'CL115',
    name: 'header-in-front',
    severity: 'error',
    summary: 'The attribution header stands in front, and this server does not drop it.',
    explanation: 'It differs between conversations or even requests, and everything stands behind it. Switch it off.',
  },
  {
    code: 'CL116',
    name: 'memory-over-limit',
    severity: 'warning',
    summary: 'A memory file is over its limits and was cut.',
    explanation: 'What is cut is not sent. Keep one short line per entry, and details in files of their own.',
  },
  {
    code: 'CL117',
    name: 'many-blocks-in-turn',
    severity: 'note',
    summary: 'One message has more than ten blocks without a mark among them.',
    explanation: 'Two such messages are more than a mark looks back (20 blocks). Join them, or put a mark among them.',
  },
] as const satisfies readonly LintRule[];

export type LintCode = (typeof LINT_RULES)[number]['code'];

const BY_CODE = new Map<string, LintRule>(LINT_RULES.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export function ruleOf(code: LintCode): LintRule {
  return BY_CODE.get(code) ?? LINT_RULES[0];
}
