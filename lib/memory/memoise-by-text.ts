/**
 * A pure function of a text that remembers its latest answers, the least recently used given up first, so that the
 * texts remembered never add up to more than `maxCharacters`.
 */
export function memoiseByText<T>(compute: (text: string) => T, maxCharacters: number): (text: string) => T {
  const answers = new Map<string, T>();
  let characters = 0;
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) {
      answers.delete(text);
      answers.set(text, known);
      return known;
    }
    const answer = compute(text);
    answers.set(text, answer);
    characters += text.length;
    for (const oldest of answers.keys()) {
      if (characters <= maxCharacters) break;
      answers.delete(oldest);
      characters -= oldest.length;
    }
    return answer;
  };
}
