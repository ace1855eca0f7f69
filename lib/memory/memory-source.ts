import type { MemoryKind, MemorySettings } from './memory-file.ts';
import { directoriesDownTo, joinPath, parentOf } from './path.ts';

/** A file of the tree at a place where discovery looks. */
export interface MemorySource {
  readonly path: string;
  readonly kind: MemoryKind;
  readonly isEntryPoint: boolean;
  /** Why it is looked for, for a person. */
  readonly reason: string;
  /** What keeps it from being read. */
  readonly off?: { readonly cause: 'source-off' | 'bare'; readonly reason: string };
}

export const MANAGED_PATH = '/etc/claude-code/CLAUDE.md';
export const RULES_DIRECTORY = '.claude/rules';

const BARE = { cause: 'bare', reason: 'Bare mode: only the added directories are read.' } as const;

/**
 * The files of the tree that lie where discovery looks, in load order, those switched off among them; a file at two
 * such places comes twice. Settings must be normalised.
 */
export function listSources(tree: ReadonlyMap<string, unknown>, settings: MemorySettings): MemorySource[] {
  const { workingDirectory, home, bare } = settings;
  const rules = rulesByDirectory(tree.keys());
  const sources: MemorySource[] = [];
  const look = (paths: readonly string[], kind: MemoryKind, isOn: boolean, name: string, reason: string) => {
    const switchedOff = { cause: 'source-off', reason: `${name} are switched off.` } as const;
    const off = bare ? BARE : isOn ? undefined : switchedOff;
    const isEntryPoint = kind === 'auto' || kind === 'team';
    for (const path of paths)
      if (tree.has(path)) sources.push({ path, kind, isEntryPoint, reason, ...(off ? { off } : {}) });
  };
  const projectFiles = (directory: string): string[] => [
    joinPath(directory, 'CLAUDE.md'),
    joinPath(directory, '.claude/CLAUDE.md'),
    ...(rules.get(joinPath(directory, RULES_DIRECTORY)) ?? []),
  ];

  look([MANAGED_PATH], 'managed', true, 'Managed instructions', 'Managed by policy: read first, and always.');
  const userPath = joinPath(home, '.claude/CLAUDE.md');
  look([userPath], 'user', settings.userSettings, 'User settings', "The user's own instructions for every project.");
  for (const directory of directoriesDownTo(workingDirectory)) {
    const where = directory === workingDirectory ? 'the working directory' : 'a directory above the working directory';
    const project = `Project instructions of ${directory}, ${where}.`;
    // Below home the user's own file would otherwise come back as a project file of home.
    const projectPaths = projectFiles(directory).filter((path) => path !== userPath);
    look(projectPaths, 'project', settings.projectSettings, 'Project settings', project);
    const local = `Private project instructions of ${directory}, ${where}.`;
    look([joinPath(directory, 'CLAUDE.local.md')], 'local', settings.localSettings, 'Local settings', local);
  }
  for (const directory of settings.addedDirectories) {
    const reason = `Project instructions of ${directory}, an added directory.`;
    for (const path of projectFiles(directory))
      if (tree.has(path)) sources.push({ path, kind: 'project', isEntryPoint: false, reason });
  }
  const { autoMemory, autoMemoryDirectory, teamMemory, teamMemoryDirectory } = settings;
  look(entryPoint(autoMemoryDirectory), 'auto', autoMemory, 'Auto memories', 'The entry point of auto memory.');
  look(entryPoint(teamMemoryDirectory), 'team', teamMemory, 'Team memories', 'The entry point of team memory.');
  return sources;
}

const entryPoint = (directory: string): string[] => (directory === '' ? [] : [joinPath(directory, 'MEMORY.md')]);

/** The `.md` files directly in each `.claude/rules`, sorted by code unit. */
function rulesByDirectory(paths: Iterable<string>): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  for (const path of paths) {
    const directory = parentOf(path);
    if (!path.endsWith('.md') || !directory.endsWith(`/${RULES_DIRECTORY}`)) continue;
    rules.set(directory, [...(rules.get(directory) ?? []), path]);
  }
  for (const found of rules.values()) found.sort();
  return rules;
}
