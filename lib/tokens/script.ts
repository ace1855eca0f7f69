/** Where each writing system starts in Unicode, in order; what has too few texts to be fitted alone is `other`. */
const STARTS: readonly (readonly [start: number, script: string])[] = [
  [0x0, 'latin'],
  [0x300, 'combining'],
  [0x370, 'greek'],
  [0x400, 'cyrillic'],
  [0x530, 'armenian'],
  [0x590, 'hebrew'],
  [0x600, 'arabic'],
  [0x700, 'syriac'],
  [0x750, 'arabic'],
  [0x780, 'thaana'],
  [0x7c0, 'other'],
  [0x900, 'devanagari'],
  [0x980, 'bengali'],
  [0xa00, 'other'],
  [0xb80, 'tamil'],
  [0xc00, 'telugu'],
  [0xc80, 'other'],
  [0xd00, 'malayalam'],
  [0xd80, 'other'],
  [0xe00, 'thai'],
  [0xe80, 'lao'],
  [0xf00, 'tibetan'],
  [0x1000, 'other'],
  [0x10a0, 'georgian'],
  [0x1100, 'hangul'],
  [0x1200, 'other'],
  [0x13a0, 'cherokee'],
  [0x1400, 'canadian'],
  [0x1680, 'other'],
  [0x1780, 'khmer'],
  [0x1800, 'other'],
  [0x1e00, 'latin'],
  [0x1f00, 'greek'],
  [0x2000, 'symbols'],
  [0x2e80, 'wide-marks'],
  [0x3040, 'kana'],
  [0x3100, 'han'],
  [0xa000, 'other'],
  [0xac00, 'hangul'],
  [0xd7b0, 'other'],
  [0xf900, 'han'],
  [0xfb00, 'arabic'],
  [0xfe00, 'symbols'],
  [0xff00, 'wide-marks'],
  [0x10000, 'other'],
  [0x1f000, 'emoji'],
  [0x20000, 'han'],
];

/** Every writing system that `scriptOf` tells apart. */
export const SCRIPTS: readonly string[] = [...new Set(STARTS.map(([, script]) => script))];

/** The writing systems that several texts of the data set are written in, so that their error could be measured. */
export const MEASURED_SCRIPTS: ReadonlySet<string> = new Set([
  'latin',
  'combining',
  'cyrillic',
  'hebrew',
  'arabic',
  'devanagari',
  'hangul',
  'kana',
  'han',
  'symbols',
  'wide-marks',
]);

const STARTING_AT = Uint32Array.from(STARTS, ([start]) => start);
const SCRIPT_AT = Uint8Array.from(STARTS, ([, script]) => SCRIPTS.indexOf(script));

/** The writing system of a code point, as an index into SCRIPTS. */
export function scriptOf(code: number): number {
  let low = 0;
  let high = STARTING_AT.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((STARTING_AT[middle] ?? 0) <= code) low = middle;
    else high = middle - 1;
  }
  return SCRIPT_AT[low] ?? 0;
}
