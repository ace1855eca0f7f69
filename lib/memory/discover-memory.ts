import { resolveInclude } from './include.ts';
import { readEntryPoint, readMemory } from './memory-content.ts';
import type {
  LoadedMemoryFile,
  MemoryDiscovery,
  MemoryKind,
  MemorySettings,
  SkippedMemoryFile,
  VirtualFile,
} from './memory-file.ts';
import { listSources } from './memory-source.ts';
import { normalizeSettings } from './normalize-settings.ts';
import { normalizePath } from './path.ts';
import { refuseInclude } from './refuse-include.ts';
import { ruleCondition } from './rule-condition.ts';
import { undiscoveredReason } from './undiscovered-reason.ts';

/** A file to read; `includers` leads to it, from a discovered file down to the one that includes it. */
interface Visit {
  readonly path: string;
  readonly kind: MemoryKind;
  readonly isEntryPoint: boolean;
  readonly reason: string;
  readonly includers: readonly string[];
}

/**
 * The memory files of a tree in load order, and every other file of it, with the includes that lead nowhere, by reason.
 * Of files with the same path the last counts. A path is loaded once at most; a cut cycle is listed beside that.
 */
export function discoverMemory(files: readonly VirtualFile[], given: MemorySettings): MemoryDiscovery {
  const settings = normalizeSettings(given);
  const tree = new Map(files.map(({ path, text }) => [normalizePath(path), text]));
  const loaded = new Map<string, LoadedMemoryFile>();
  const skipped: SkippedMemoryFile[] = [];
  const judged = new Set<string>();

  const visit = ({ path, kind, isEntryPoint, reason, includers }: Visit): void => {
    if (judged.has(path)) return;
    judged.add(path);
    const { text, includes, paths, warnings } = (isEntryPoint ? readEntryPoint : readMemory)(tree.get(path) ?? '');
    const includer = includers.at(-1);
    const includedBy = includer === undefined ? {} : { includedBy: includer };
    const condition = ruleCondition(path, paths, settings);
    if (condition && condition.metBy === undefined) {
      const unmet = `A rule for ${condition.globs} only, and no such file is in play.`;
      skipped.push({ path, cause: 'paths-do-not-match', reason: unmet, ...includedBy });
    } else if (text === '') {
      skipped.push({ path, cause: 'empty', reason: 'There is nothing in it to send.', ...includedBy });
    } else {
      const applies = condition ? ` A rule for ${condition.globs}: ${condition.metBy} is in play.` : '';
      loaded.set(path, { path, kind, text, reason: reason + applies, warnings, ...includedBy });
      const targets = new Set(includes.map((include) => resolveInclude(include, path, settings.home)));
      for (const target of targets) follow(target, kind, [...includers, path]);
    }
  };

  const follow = (path: string, kind: MemoryKind, includers: readonly string[]): void => {
    const includedBy = includers.at(-1) ?? '';
    const refusal = refuseInclude(path, kind, includers, tree, settings);
    if (refusal && (refusal.cause === 'include-cycle' || !loaded.has(path)))
      skipped.push({ path, includedBy, ...refusal });
    else visit({ path, kind, isEntryPoint: false, reason: `Included by ${includedBy}.`, includers });
  };

  const sources = listSources(tree, settings);
  for (const source of sources) if (!source.off) visit({ ...source, includers: [] });

  const left = skipped.filter(({ path, cause }) => cause === 'include-cycle' || !loaded.has(path));
  const offs = new Map(sources.flatMap(({ path, off }) => (off ? [[path, off] as const] : [])));
  const explained = new Set(left.map(({ path }) => path));
  for (const path of tree.keys()) {
    const off = offs.get(path);
    if (loaded.has(path)) continue;
    if (off) left.push({ path, ...off });
    else if (!explained.has(path))
      left.push({ path, cause: 'not-discovered', reason: undiscoveredReason(path, settings) });
  }
  return { loaded: [...loaded.values()], skipped: left };
}
