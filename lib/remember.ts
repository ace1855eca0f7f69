/**
 * A pure function that keeps its last answer for the same arguments again, each by identity: one edit leaves most of what a request is
 * made from as it was, and what is the same object stays known to all that comes after it.
 */
export function rememberLast<Arguments extends readonly unknown[], Answer>(
  compute: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  let last: { readonly given: Arguments; readonly answer: Answer } | undefined;
  return (...given) => {
    if (!last || !hasSameItems(last.given, given)) last = { given, answer: compute(...given) };
    return last.answer;
  };
}

/**
 * A pure function of one object that keeps its answer for as long as the object lives. The object must be all that the answer depends
 * on, and nobody may change it.
 */
export function rememberEach<Given extends object, Answer>(
  compute: (given: Given) => Answer,
): (given: Given) => Answer {
  const known = new WeakMap<Given, { readonly answer: Answer }>();
  return (given) => {
    const found = known.get(given);
    if (found) return found.answer;
    const answer = compute(given);
    known.set(given, { answer });
    return answer;
  };
}

/**
 * A pure function of two objects that keeps its answer for each first one, and the second it was asked with last: an edit leaves most
 * pairs of a thing and the preset's as they were.
 */
export function rememberPair<Left extends object, Right extends object, Answer>(
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

function hasSameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  for (let index = 0; index < right.length; index += 1) {
    if (!Object.is(left[index], right[index])) return false;
  }
  return left.length === right.length;
}
