/** The kinds of text that take a plain counter quadratic time, each of about `length` UTF-16 units; the same on every call. */
export const PATHOLOGICAL: Readonly<Record<string, (length: number) => string>> = {
  'one letter': (length) => 'a'.repeat(length),
  spaces: (length) => ' '.repeat(length),
  newlines: (length) => '\n'.repeat(length),
  tabs: (length) => '\t'.repeat(length),
  'equals signs': (length) => '='.repeat(length),
  'mixed marks': (length) => drawn([...'!@#$%^&*()-=+[]{};:<>?,.'], length),
  rules: (length) => drawn(['='.repeat(40), '-'.repeat(60), '*'.repeat(30)], length),
  'random lower case': (length) => drawn([...'abcdefghijklmnopqrstuvwxyz'], length),
  'random capitals': (length) => drawn([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], length),
  'one emoji': (length) => '😀'.repeat(length / 2),
  'mixed emoji': (length) => drawn(['😀', '👍🏽', '🎉', '🚀', '🧑‍💻', '❤️', '🇫🇷', '🐍'], length),
  'Chinese without punctuation': (length) => drawn(HAN, length),
  'combining marks': (length) => `a${'\u0301'.repeat(length - 1)}`,
  'mixed combining marks': (length) => `a${drawn(['\u0301', '\u0302', '\u0308', '\u0327'], length - 1)}`,
  'zero-width joiners': (length) => '\u200d'.repeat(length),
  'joined emoji': (length) => '👨‍👩‍👧'.repeat(length / 8),
  digits: (length) => drawn([...'0123456789'], length),
  hex: (length) => drawn([...'0123456789abcdef'], length),
  base64: (length) => drawn([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'], length),
  'minified JSON': (length) => JSON.stringify(Array.from({ length: length / 70 }, record)).slice(0, length),
};

const HAN = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(0x4e00 + index * 5));

function record(_: unknown, id: number): object {
  return { id, name: `item ${id}`, tags: ['a', 'b'], price: id * 1.25, available: id % 3 === 0 };
}

/** Units drawn at random, but always the same ones, as a linear congruential generator draws them. */
function drawn(units: readonly string[], length: number): string {
  const parts: string[] = [];
  let state = 7;
  for (let size = 0; size < length; size += parts.at(-1)?.length ?? length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    parts.push(units[Math.floor((state / 2 ** 32) * units.length)] ?? '');
  }
  return parts.join('');
}
