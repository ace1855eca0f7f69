import { describe, expect, it } from 'vitest';
import { discoverMemory } from './discover-memory.ts';
import type { MemorySettings } from './memory-file.ts';
import { SETTINGS } from './memory-tree.arbitrary.ts';

const PROJ = '/home/dev/proj';
const discover = (files: Readonly<Record<string, string>>, settings: Partial<MemorySettings> = {}) =>
  discoverMemory(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { ...SETTINGS, ...settings },
  );
const loadedPaths = (...given: Parameters<typeof discover>) => discover(...given).loaded.map(({ path }) => path);
const causes = (...given: Parameters<typeof discover>) =>
  Object.fromEntries(discover(...given).skipped.map(({ path, cause }) => [path, cause]));

/** One file at each place that discovery knows, in load order. */
const EVERYWHERE: readonly (readonly [path: string, kind: string])[] = [
  ['/etc/claude-code/CLAUDE.md', 'managed'],
  ['/home/dev/.claude/CLAUDE.md', 'user'],
  ['/CLAUDE.md', 'project'],
  ['/home/dev/CLAUDE.md', 'project'],
  ['/home/dev/CLAUDE.local.md', 'local'],
  [`${PROJ}/CLAUDE.md`, 'project'],
  [`${PROJ}/.claude/CLAUDE.md`, 'project'],
  [`${PROJ}/.claude/rules/B.md`, 'project'],
  [`${PROJ}/.claude/rules/a.md`, 'project'],
  [`${PROJ}/.claude/rules/ä.md`, 'project'],
  [`${PROJ}/CLAUDE.local.md`, 'local'],
  ['/added/CLAUDE.md', 'project'],
  ['/added/.claude/CLAUDE.md', 'project'],
  ['/added/.claude/rules/x.md', 'project'],
  ['/home/dev/.claude/memory/MEMORY.md', 'auto'],
  ['/home/dev/.claude/team/MEMORY.md', 'team'],
];
const TREE = Object.fromEntries(
  [...EVERYWHERE.slice(8), ...EVERYWHERE.slice(0, 8)].map(([path]) => [path, `Text of ${path}`]),
);
const ADDED = { addedDirectories: ['/added'] };

describe('load order', () => {
  it('MEM-1 MEM-2 is managed, user, project and local from the root down, added, auto, team', () => {
    const { loaded, skipped } = discover(TREE, ADDED);
    expect(loaded.map(({ path, kind }) => [path, kind])).toEqual(EVERYWHERE);
    expect(skipped).toEqual([]);
  });

  it.each([
    ['userSettings', ['user']],
    ['projectSettings', ['project']],
    ['localSettings', ['local']],
    ['autoMemory', ['auto']],
    ['teamMemory', ['team']],
  ] as const)('MEM-3 MEM-6 without %s leaves out %s, and says so', (setting, kinds: readonly string[]) => {
    const { loaded, skipped } = discover(TREE, { ...ADDED, [setting]: false });
    const off = EVERYWHERE.filter(([path, kind]) => kinds.includes(kind) && !path.startsWith('/added'));
    expect(skipped.map(({ path }) => path).sort()).toEqual(off.map(([path]) => path).sort());
    expect(new Set(skipped.map(({ cause }) => cause))).toEqual(new Set(['source-off']));
    expect(skipped[0]?.reason).toMatch(/switched off/);
    expect(loaded).toHaveLength(EVERYWHERE.length - off.length);
  });

  it('MEM-4 in bare mode reads the added directories only', () => {
    const { loaded, skipped } = discover(TREE, { ...ADDED, bare: true });
    expect(loaded.map(({ path }) => path)).toEqual(
      EVERYWHERE.flatMap(([path]) => (path.startsWith('/added') ? [path] : [])),
    );
    expect(new Set(skipped.map(({ cause }) => cause))).toEqual(new Set(['bare']));
    expect(loadedPaths(TREE, { bare: true })).toEqual([]);
  });

  it('MEM-1 works in the root, and reads no memory without its directory', () => {
    expect(
      loadedPaths({ '/CLAUDE.md': 'a', '/MEMORY.md': 'b' }, { workingDirectory: '/', autoMemoryDirectory: '' }),
    ).toEqual(['/CLAUDE.md']);
  });

  it('MEM-5 loads a path once, at the first place', () => {
    const files = { [`${PROJ}/CLAUDE.md`]: 'See @.claude/CLAUDE.md', [`${PROJ}/.claude/CLAUDE.md`]: 'x' };
    const { loaded, skipped } = discover(files, { addedDirectories: [PROJ] });
    expect(loaded.map(({ includedBy }) => includedBy)).toEqual([undefined, `${PROJ}/CLAUDE.md`]);
    expect(skipped).toEqual([]);
    expect(discover({ '/home/dev/.claude/CLAUDE.md': 'x' }).loaded[0]?.kind).toBe('user');
  });

  it('MEM-5 loads by a later place what an earlier one has switched off', () => {
    const found = discover({ [`${PROJ}/CLAUDE.md`]: 'x' }, { projectSettings: false, addedDirectories: [`${PROJ}/`] });
    expect(found.loaded[0]?.reason).toContain('an added directory');
    expect(found.skipped).toEqual([]);
  });

  it('MEM-5 normalises paths', () => {
    expect(loadedPaths({ '/home//dev/./proj/CLAUDE.md': 'x' }, { workingDirectory: '/home/dev/proj/' })).toEqual([
      `${PROJ}/CLAUDE.md`,
    ]);
    const relative = { addedDirectories: ['../other', '~/own'] };
    expect(loadedPaths({ '/home/dev/other/CLAUDE.md': 'x', '/home/dev/own/CLAUDE.md': 'x' }, relative)).toHaveLength(2);
    const included = { [`${PROJ}/CLAUDE.md`]: '@a.md', [`${PROJ}/a.md`]: 'x' };
    expect(loadedPaths(included, { workingDirectory: '/home/dev/./proj/' })).toHaveLength(2);
  });

  it('MEM-5 takes an empty added directory for none', () => {
    const off = { projectSettings: false, addedDirectories: ['', ' '] };
    expect(loadedPaths({ [`${PROJ}/CLAUDE.md`]: 'x' }, off)).toEqual([]);
  });
});

describe('why not', () => {
  it.each([
    [`${PROJ}/sub/CLAUDE.md`, /below the working directory/],
    [`${PROJ}/sub/.claude/CLAUDE.md`, /below the working directory/],
    [`${PROJ}/sub/.claude/rules/a.md`, /below the working directory/],
    ['/elsewhere/CLAUDE.md', /^\/elsewhere is neither/],
    ['/elsewhere/.claude/CLAUDE.md', /^\/elsewhere is neither/],
    ['/added/CLAUDE.local.md', /no CLAUDE\.local\.md/],
    [`${PROJ}/.claude/rules/deep/a.md`, /directly in/],
    ['/home/dev/.claude/memory/topic.md', /only MEMORY\.md/],
    ['/home/dev/.claude/team/topic.md', /only MEMORY\.md/],
    [`${PROJ}/MEMORY.md`, /directory of auto memory/],
    [`${PROJ}/claude.md`, /exactly CLAUDE\.md/],
    [`${PROJ}/docs/a.md`, /no file that is loaded includes it/],
    [`${PROJ}/.claude/rules/a.txt`, /no file that is loaded includes it/],
  ])('MEM-6 says why %s is not discovered', (path, reason) => {
    expect(discover({ [path]: 'x' }, ADDED).skipped).toEqual([
      { path, cause: 'not-discovered', reason: expect.stringMatching(reason) },
    ]);
  });

  it('MEM-7 skips what has nothing to send', () => {
    const files = { [`${PROJ}/CLAUDE.md`]: '<!-- note -->\n', [`${PROJ}/CLAUDE.local.md`]: '---\na: b\n---\n\n' };
    expect(causes(files)).toEqual({ [`${PROJ}/CLAUDE.md`]: 'empty', [`${PROJ}/CLAUDE.local.md`]: 'empty' });
  });
});

describe('rules with paths', () => {
  const RULE = `${PROJ}/.claude/rules/api.md`;
  const rule = (paths: string) => ({ [RULE]: `---\npaths: ${paths}\n---\nRule.` });

  it.each([
    ['src/**', 'src/a/b.ts'],
    ['"./src/**"', `${PROJ}/src/a.ts`],
    ['src/', 'src/a/b.ts'],
    ['lib/*, *.md', 'README.md'],
    [`${PROJ}/src/*`, 'src/a.ts'],
    ['/other/**', '/other/a.ts'],
  ])('MEM-10 MEM-11 loads a rule for %s when %s is in play', (paths, file) => {
    const [loaded] = discover(rule(paths), { filesInPlay: ['x.txt', file] }).loaded;
    expect(loaded?.text).toBe('Rule.');
    expect(loaded?.reason).toMatch(/is in play/);
  });

  it.each([
    ['src/**', []],
    ['src/**', ['lib/a.ts']],
    ['*.ts', ['src/a.ts']],
    ['**', ['/other/a.ts']],
  ])('MEM-10 MEM-11 leaves out a rule for %s with %j in play', (paths, filesInPlay) => {
    const { loaded, skipped } = discover(rule(paths), { filesInPlay });
    expect(loaded).toEqual([]);
    expect(skipped).toEqual([{ path: RULE, cause: 'paths-do-not-match', reason: expect.stringContaining(paths) }]);
  });

  it('MEM-11 counts globs from the directory that holds .claude', () => {
    const files = { '/.claude/rules/a.md': '---\npaths: home/**/*.ts\n---\nRule.' };
    expect(loadedPaths(files, { filesInPlay: ['a.ts'] })).toHaveLength(1);
  });

  it('MEM-10 holds for an included rule too, once, and follows none of its includes', () => {
    const files = {
      [`${PROJ}/CLAUDE.md`]: '@.claude/rules/api.md',
      [RULE]: '---\npaths: src/**\n---\n@docs.md',
      [`${PROJ}/.claude/rules/docs.md`]: 'x',
    };
    const { loaded, skipped } = discover(files);
    expect(loaded.map(({ path }) => path)).toEqual([`${PROJ}/CLAUDE.md`, `${PROJ}/.claude/rules/docs.md`]);
    expect(loaded[1]?.includedBy).toBeUndefined();
    expect(skipped).toMatchObject([{ path: RULE, cause: 'paths-do-not-match', includedBy: `${PROJ}/CLAUDE.md` }]);
  });

  it('MEM-10 knows no paths outside .claude/rules', () => {
    expect(discover({ [`${PROJ}/CLAUDE.md`]: '---\npaths: src/**\n---\nText.' }).loaded[0]?.text).toBe('Text.');
  });
});

describe('includes', () => {
  const MAIN = `${PROJ}/CLAUDE.md`;

  it('MEM-12 MEM-14 come directly behind their includer, depth first, as its kind', () => {
    const { loaded } = discover(
      {
        [MAIN]: '@docs/one.md\n@~/two.md\n@/home/dev/proj/three.md\n@./my\\ notes.md#top',
        [`${PROJ}/docs/one.md`]: '@deep.md',
        [`${PROJ}/docs/deep.md`]: 'x',
        '/home/dev/two.md': 'x',
        [`${PROJ}/three.md`]: 'x',
        [`${PROJ}/my notes.md`]: 'x',
        [`${PROJ}/CLAUDE.local.md`]: '@docs/own.md',
        [`${PROJ}/docs/own.md`]: 'x',
      },
      { approvedExternalIncludes: ['~/two.md'] },
    );
    expect(
      loaded.map(({ path, kind, includedBy }) => [path.split('/').at(-1), kind, includedBy?.split('/').at(-1)]),
    ).toEqual([
      ['CLAUDE.md', 'project', undefined],
      ['one.md', 'project', 'CLAUDE.md'],
      ['deep.md', 'project', 'one.md'],
      ['two.md', 'project', 'CLAUDE.md'],
      ['three.md', 'project', 'CLAUDE.md'],
      ['my notes.md', 'project', 'CLAUDE.md'],
      ['CLAUDE.local.md', 'local', undefined],
      ['own.md', 'local', 'CLAUDE.local.md'],
    ]);
    expect(loaded[1]?.reason).toContain(MAIN);
  });

  const chain = (length: number, main: string) => ({
    [MAIN]: main,
    ...Object.fromEntries(Array.from({ length }, (_, index) => [`${PROJ}/${index + 1}.md`, `@${index + 2}.md`])),
  });

  it('MEM-15 are followed five deep', () => {
    const { loaded, skipped } = discover(chain(8, '@1.md'));
    expect(loaded.map(({ path }) => path)).toEqual([MAIN, ...[1, 2, 3, 4, 5].map((index) => `${PROJ}/${index}.md`)]);
    expect(skipped.map(({ path, cause }) => [path, cause])).toEqual([
      [`${PROJ}/6.md`, 'include-too-deep'],
      [`${PROJ}/7.md`, 'not-discovered'],
      [`${PROJ}/8.md`, 'not-discovered'],
    ]);
  });

  it('MEM-15 load by another way what one way has too deep', () => {
    expect(causes(chain(6, '@1.md\n@6.md'))).toEqual({ [`${PROJ}/7.md`]: 'include-missing' });
  });

  it('MEM-16 cut and list cycles', () => {
    const { loaded, skipped } = discover({
      [MAIN]: '@a.md @CLAUDE.md',
      [`${PROJ}/a.md`]: '@b.md',
      [`${PROJ}/b.md`]: '@a.md',
    });
    expect(loaded).toHaveLength(3);
    expect(skipped.map(({ path, cause, includedBy }) => [path, cause, includedBy])).toEqual([
      [`${PROJ}/a.md`, 'include-cycle', `${PROJ}/b.md`],
      [MAIN, 'include-cycle', MAIN],
    ]);
    expect(skipped[0]?.reason).toContain(`circle ${PROJ}/a.md → ${PROJ}/b.md → ${PROJ}/a.md `);
  });

  it('MEM-17 MEM-18 list what is missing or binary', () => {
    const { skipped } = discover({
      [MAIN]: 'See @docs/a.md. Or @logo.PNG, @no.pdf @no.md',
      [`${PROJ}/docs/a.md`]: 'x',
      [`${PROJ}/no.pdf`]: 'x',
    });
    expect(skipped).toMatchObject([
      { path: `${PROJ}/docs/a.md.`, cause: 'include-missing', reason: expect.stringContaining('docs/a.md meant?') },
      { path: `${PROJ}/logo.PNG,`, cause: 'include-missing' },
      { path: `${PROJ}/no.pdf`, cause: 'include-binary', includedBy: MAIN },
      { path: `${PROJ}/no.md`, cause: 'include-missing', reason: 'There is no such file.' },
      { path: `${PROJ}/docs/a.md`, cause: 'not-discovered' },
    ]);
  });

  it.each(['logo.png', 'a.b.ZIP', 'lib.so', 'font.woff2'])('MEM-18 refuse %s', (name) =>
    expect(causes({ [MAIN]: `@${name}` })).toEqual({ [`${PROJ}/${name}`]: 'include-binary' }),
  );

  it.each(['png', 'a.ts', 'Makefile', '.png/a'])('MEM-18 take %s for text', (name) =>
    expect(causes({ [MAIN]: `@${name}`, [`${PROJ}/${name}`]: 'x' })).toEqual({}),
  );

  it.each([
    ['project', MAIN, false],
    ['local', `${PROJ}/CLAUDE.local.md`, false],
    ['user', '/home/dev/.claude/CLAUDE.md', true],
    ['managed', '/etc/claude-code/CLAUDE.md', true],
    ['auto', '/home/dev/.claude/memory/MEMORY.md', true],
  ])('MEM-19 of %s files outside the working directory: loaded without approval is %s → %s', (_, path, isFree) => {
    const files = { [path]: '@/common/a.md', '/common/a.md': 'x' };
    expect(causes(files)).toEqual(isFree ? {} : { '/common/a.md': 'include-external' });
    expect(causes(files, { approvedExternalIncludes: ['/common/a.md'] })).toEqual({});
    expect(causes(files, { approvedExternalIncludes: ['/common'] })).toEqual({});
    expect(causes(files, { approvedExternalIncludes: ['/comm', '/common/b.md'] })).toEqual(
      isFree ? {} : { '/common/a.md': 'include-external' },
    );
  });

  it('MEM-19 counts from the working directory, also for files above it', () => {
    const files = { '/home/dev/CLAUDE.md': '@a.md @proj/b.md', '/home/dev/a.md': 'x', [`${PROJ}/b.md`]: 'x' };
    expect(causes(files)).toEqual({ '/home/dev/a.md': 'include-external' });
  });
});

describe('entry points', () => {
  const LONG = 'x\n'.repeat(300);

  it('MEM-22 are cut, other files are not', () => {
    const path = '/home/dev/.claude/memory/MEMORY.md';
    const files = {
      [path]: `@more.md\n${LONG}`,
      '/home/dev/.claude/memory/more.md': LONG,
      [`${PROJ}/CLAUDE.md`]: LONG,
    };
    const lengths = discover(files).loaded.map(({ text, warnings }) => [text.split('\n').length, warnings.length]);
    expect(lengths).toEqual([
      [300, 0],
      [202, 1],
      [300, 0],
    ]);
  });
});

describe('speed', () => {
  it('MEM-24 discovers 200 files with deep includes in under 10 ms once they are lexed', () => {
    const files: Record<string, string> = {
      [`${PROJ}/CLAUDE.md`]: Array.from({ length: 39 }, (_, i) => `@${i}/0.md`).join('\n'),
    };
    const prose = '- A line with `code` and **stress**.\n'.repeat(100);
    for (let at = 0; at < 39; at += 1)
      for (let depth = 0; depth < 5; depth += 1)
        files[`${PROJ}/${at}/${depth}.md`] = `<!-- note ${at} ${depth} -->\n${prose}\n@${depth + 1}.md @0.md\n`;
    expect(discover(files).loaded).toHaveLength(196);
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      discover(files);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(10);
  });
});
