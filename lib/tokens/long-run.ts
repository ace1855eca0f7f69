/** A part of a text, and how many such parts it stands for. */
export interface TextSpan {
  readonly text: string;
  readonly times: number;
}

/** Longer runs are counted by stretches, as long pieces are (long-piece.ts): a quarter of a megabyte of base64 takes a tenth of a second. */
const LONGEST = 1 << 18;
const STRETCH = 1 << 12;
const DIGIT = /\d/;

/**
 * A text whole, but for unbroken runs of letters and digits, as base64 and hex are, of more than LONGEST characters: of these, evenly
 * spaced stretches stand for all. Runs without digits are a piece of their own, and counted as such.
 */
export function splitRuns(text: string): TextSpan[] {
  if (text.length <= LONGEST) return [{ text, times: 1 }];
  const spans: TextSpan[] = [];
  let rest = 0;
  let start = 0;
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && isEncoded(text.charCodeAt(end))) continue;
    if (end - start > LONGEST && DIGIT.test(text.slice(start, start + STRETCH))) {
      if (start > rest) spans.push({ text: text.slice(rest, start), times: 1 });
      spans.push(...stretches(text.slice(start, end)));
      rest = end;
    }
    start = end + 1;
  }
  if (rest < text.length) spans.push({ text: text.slice(rest), times: 1 });
  return spans;
}

/** Stretches at even distances, each for as much of the run as it begins. */
function stretches(run: string): TextSpan[] {
  const distance = STRETCH * Math.ceil(run.length / LONGEST);
  const spans: TextSpan[] = [];
  for (let start = 0; start < run.length; start += distance) {
    const text = run.slice(start, start + STRETCH);
    spans.push({ text, times: Math.min(distance, run.length - start) / text.length });
  }
  return spans;
}

/** Letters, digits and the marks of base64 in both its alphabets. */
function isEncoded(code: number): boolean {
  if (code >= 0x61) return code <= 0x7a;
  if (code >= 0x41) return code <= 0x5a || code === 0x5f;
  return (code >= 0x2f && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x3d;
}
