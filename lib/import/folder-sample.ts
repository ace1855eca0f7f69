/** For tests and measurements: the texts of a project with 201 memory files, by path; five chains of 40 includes, deep and circling. */
export function folderTexts(name: string): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {
    [`${name}/CLAUDE.md`]: Array.from({ length: 40 }, (_, at) => `@parts/0-${at}.md`).join('\n'),
  };
  for (let depth = 0; depth < 4; depth += 1)
    for (let at = 0; at < 40; at += 1)
      texts[`${name}/parts/${depth}-${at}.md`] =
        `# Part ${at}\n\n${'Tide and lamp, **always**. '.repeat(40)}\n\n@${depth + 1}-${at}.md\n`;
  for (let at = 0; at < 40; at += 1) texts[`${name}/parts/4-${at}.md`] = `The end of ${at}. @0-${at}.md`;
  return texts;
}
