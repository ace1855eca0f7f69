import type { MemorySettings } from './memory-file.ts';
import { normalizePath, resolvePath } from './path.ts';

/** The settings with every path absolute and normalised; relative ones start at the working directory, `~/` at home. */
export function normalizeSettings(settings: MemorySettings): MemorySettings {
  const home = normalizePath(settings.home);
  const workingDirectory = normalizePath(settings.workingDirectory);
  const resolve = (path: string) => resolvePath(workingDirectory, path, home);
  const resolveAll = (paths: readonly string[]) => paths.filter((path) => path.trim() !== '').map(resolve);
  const resolvePlace = (path: string) => (path.trim() === '' ? '' : resolve(path));
  return {
    ...settings,
    home,
    workingDirectory,
    addedDirectories: resolveAll(settings.addedDirectories),
    autoMemoryDirectory: resolvePlace(settings.autoMemoryDirectory),
    teamMemoryDirectory: resolvePlace(settings.teamMemoryDirectory),
    approvedExternalIncludes: resolveAll(settings.approvedExternalIncludes),
    filesInPlay: resolveAll(settings.filesInPlay),
  };
}
