/** `name` when it is free, else `name-2`, `name-3` and so on; `ending` (such as `.md`) stays at the end. */
export function freeName(name: string, taken: Iterable<string>, ending = ''): string {
  const used = new Set(taken);
  let candidate = name + ending;
  for (let number = 2; used.has(candidate); number += 1) candidate = `${name}-${number}${ending}`;
  return candidate;
}
