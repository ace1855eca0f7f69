import fc from 'fast-check';
import type { MemorySettings, VirtualFile } from './memory-file.ts';

/** A developer's settings: everything on, nothing approved, nothing in play. */
export const SETTINGS: MemorySettings = {
  workingDirectory: '/home/dev/proj',
  home: '/home/dev',
  addedDirectories: [],
  userSettings: true,
  projectSettings: true,
  localSettings: true,
  autoMemory: true,
  autoMemoryDirectory: '/home/dev/.claude/memory',
  teamMemory: true,
  teamMemoryDirectory: '/home/dev/.claude/team',
  approvedExternalIncludes: [],
  filesInPlay: [],
  bare: false,
};

const DIRECTORIES = ['', '/etc/claude-code', '/home', '/home/dev', '/home/dev/proj', '/home/dev/proj/sub', '/other'];
const NAMES = [
  ...['CLAUDE.md', '.claude/CLAUDE.md', 'CLAUDE.local.md', '.claude/rules/a.md', '.claude/rules/b.md'],
  ...['.claude/rules/deep/c.md', '.claude/memory/MEMORY.md', '.claude/team/MEMORY.md', 'a.md', 'b c.md', 'logo.png'],
];
const path = fc.tuple(fc.constantFrom(...DIRECTORIES), fc.constantFrom(...NAMES)).map(([at, name]) => `${at}/${name}`);

const written = (target: string) => target.replaceAll(' ', '\\ ');
const include = fc.oneof(
  { weight: 4, arbitrary: path.map((target) => `@${written(target)}`) },
  fc.constantFrom(...NAMES).map((name) => `@./${written(name)}`),
  fc.constantFrom(...NAMES).map((name) => `@${written(name)}#part`),
  fc.constantFrom(...NAMES).map((name) => `@~/${written(name)}`),
  fc.constantFrom('@../a.md', '@../../CLAUDE.md', '@nowhere.md', '@.', '@/'),
);
const line = fc.oneof(
  { weight: 4, arbitrary: include },
  fc.constantFrom('Text.', '', '- item', '```', '<!-- note -->', '<!-- open', '> quote', '`code'),
);
const text = fc
  .tuple(
    fc.constantFrom('', '', '---\npaths: src/**\n---\n', '---\npaths: "*.py"\n---\n'),
    fc.array(line, { maxLength: 8 }),
  )
  .map(([matter, lines]) => matter + lines.join('\n'));

/** Small trees, dense with includes that circle, leave, miss and repeat; a path may come twice. */
export const memoryTree: fc.Arbitrary<VirtualFile[]> = fc.array(fc.record({ path, text }), { maxLength: 40 });

export const memorySettings: fc.Arbitrary<MemorySettings> = fc.record({
  workingDirectory: fc.constantFrom('/home/dev/proj', '/home/dev/proj/sub/', '/home/dev', '/', '/etc/claude-code'),
  home: fc.constantFrom('/home/dev', '/home/dev/', '/'),
  addedDirectories: fc.subarray(['/other', '/home/dev/proj', '../proj/sub']),
  userSettings: fc.boolean(),
  projectSettings: fc.boolean(),
  localSettings: fc.boolean(),
  autoMemory: fc.boolean(),
  autoMemoryDirectory: fc.constantFrom('/home/dev/.claude/memory', ''),
  teamMemory: fc.boolean(),
  teamMemoryDirectory: fc.constantFrom('/home/dev/.claude/team', '/home/dev/.claude/memory'),
  approvedExternalIncludes: fc.subarray(['/other', '/a.md', '~/a.md']),
  filesInPlay: fc.subarray(['src/x.ts', '/home/dev/tool.py']),
  bare: fc.boolean(),
});
