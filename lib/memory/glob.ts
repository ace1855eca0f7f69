/** No path is longer; the work per path grows with the pattern. */
const MAX_PATTERN = 4_096;

/**
 * Whether a path fits a glob: `*` and `?` stay inside a segment, `**` crosses segments (or none, before a slash),
 * `{a,b}` is either, and may nest. All else is literal, dots too. Never backtracks.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return pattern.length <= MAX_PATTERN && advance(pattern, path, new Set([0])).has(path.length);
}

/** Cuts at the commas that are not inside braces. */
export function splitGlobs(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at += 1) {
    const char = list[at];
    if (char === '{') depth += 1;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (char === ',' && depth === 0) {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, list.slice(start)];
}

/** Every position of the path that the pattern can lead to from the given ones: sets cannot backtrack. */
function advance(pattern: string, path: string, from: ReadonlySet<number>): ReadonlySet<number> {
  let positions = from;
  for (let at = 0; at < pattern.length && positions.size > 0; ) {
    const rest = pattern.slice(at, at + 3);
    const close = rest.startsWith('{') ? closingBrace(pattern, at) : -1;
    if (close !== -1) {
      const starts = positions;
      const ends = splitGlobs(pattern.slice(at + 1, close)).flatMap((part) => [...advance(part, path, starts)]);
      positions = new Set(ends);
      at = close + 1;
    } else if (rest === '**/') {
      positions = reach(
        path,
        positions,
        () => true,
        (end) => path[end - 1] === '/',
      );
      at += 3;
    } else if (rest.startsWith('**')) {
      positions = reach(path, positions, () => true);
      at += 2;
    } else if (rest.startsWith('*')) {
      positions = reach(path, positions, (char) => char !== '/');
      at += 1;
    } else {
      const char = rest[0];
      const fits = (end: number) => end < path.length && (char === '?' ? path[end] !== '/' : path[end] === char);
      positions = new Set([...positions].filter(fits).map((end) => end + 1));
      at += 1;
    }
  }
  return positions;
}

/** The given positions, and those behind any number of characters that `may` be passed, where `stop` allows it. */
function reach(
  path: string,
  from: ReadonlySet<number>,
  may: (char: string) => boolean,
  stop: (end: number) => boolean = () => true,
): ReadonlySet<number> {
  const seen = new Set<number>();
  for (const start of from) {
    for (let end = start; !seen.has(end); end += 1) {
      seen.add(end);
      if (end >= path.length || !may(path.charAt(end))) break;
    }
  }
  return new Set([...seen].filter((end) => from.has(end) || stop(end)));
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at += 1) {
    if (pattern[at] === '{') depth += 1;
    if (pattern[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
