/** A kind of text that is other at every request, or every day. */
export type VolatileKind = 'timestamp' | 'date' | 'uuid' | 'random' | 'counter';

/** Characters `start`–`end` that look like a value of that kind. */
export interface VolatileMatch {
  readonly kind: VolatileKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?`;
const ISO_DAY = String.raw`(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01])`;
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const WORD_DAY = String.raw`(?:${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}\.? ${MONTH}\.?,? (?:19|20)\d\d)`;

/** The more telling kind first: of two that overlap, the one that is listed first counts. */
const PATTERNS: readonly (readonly [kind: VolatileKind, pattern: RegExp])[] = [
  ['uuid', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi],
  ['timestamp', new RegExp(String.raw`\b${ISO_DAY}[T ,]+(?:at )?${CLOCK}(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?`, 'g')],
  ['timestamp', new RegExp(String.raw`\b${WORD_DAY}[ ,]+(?:at )?${CLOCK}`, 'g')],
  ['timestamp', /(?<=\b(?:now|time|timestamp|epoch|unix|generated|updated)\b[^\n\d]{0,12})1[5-9]\d{8}(?:\d{3})?\b/gi],
  [
    'timestamp',
    new RegExp(String.raw`(?<=\b(?:now|time|clock|started|generated|updated)\b[^\n\d]{0,12})${CLOCK}\b`, 'gi'),
  ],
  ['date', new RegExp(String.raw`\b${ISO_DAY}\b`, 'g')],
  ['date', new RegExp(String.raw`\b${WORD_DAY}\b`, 'g')],
  ['random', /\b(?:sess|session|req|request|trace|run|nonce|build|msg|conv)[-_](?=[a-z0-9]*\d)[a-z0-9]{8,}\b/gi],
  ['random', /\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{16,}\b/gi],
  [
    'random',
    /(?<=\b(?:nonce|seed|session|trace|request|correlation)[ _-]?(?:id)?["']?\s*[:=]\s*["']?)(?=[\w-]*\d)[\w-]{6,}/gi,
  ],
  [
    'counter',
    /(?<=\b(?:request|message|turn|attempt|iteration|step|run|call)(?:[ _-](?:number|count|no\.?))?\s*(?:[:=#]\s*#?|number ))\d{1,9}\b/gi,
  ],
];

/** Every such value in a text, in order, none overlapping another. */
export function findVolatile(text: string): VolatileMatch[] {
  const found: VolatileMatch[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.every((each) => end <= each.start || start >= each.end))
        found.push({ kind, start, end, text: match[0] });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

/** The kind of value that two texts differ in at this character; `undefined` when they do not both hold one there. */
export function volatileAt(was: string, now: string, character: number): VolatileKind | undefined {
  const at = (text: string) => {
    const from = Math.max(0, character - 120);
    const window = text.slice(from, character + 120);
    return findVolatile(window).find(({ start, end }) => start + from <= character && character <= end + from)?.kind;
  };
  const kind = at(was);
  return kind !== undefined && kind === at(now) ? kind : undefined;
}
