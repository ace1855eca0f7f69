/**
 * A function of two objects that remembers its answer for each first one, and the second it was asked with last: an edit leaves
 * most pairs of a thing and the preset's as they were, and each key asks of them all.
 */
export function knownForPairs<Left extends object, Right extends object, Answer>(
  compute: (left: Left, right: Right) => Answer,
): (left: Left, right: Right) => Answer {
  const known = new WeakMap<Left, { readonly right: Right; readonly answer: Answer }>();
  return (left, right) => {
    const last = known.get(left);
    if (last?.right === right) return last.answer;
    const answer = compute(left, right);
    known.set(left, { right, answer });
    return answer;
  };
}
