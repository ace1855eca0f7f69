import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverMemory } from './discover-memory.ts';
import { memorySettings, memoryTree } from './memory-tree.arbitrary.ts';
import { isInside, normalizePath } from './path.ts';

const check = (law: (...found: [ReturnType<typeof discoverMemory>, ...Parameters<typeof discoverMemory>]) => void) =>
  fc.assert(
    fc.property(memoryTree, memorySettings, (files, settings) => {
      law(discoverMemory(files, settings), files, settings);
    }),
    { numRuns: 1_000 },
  );

describe('discoverMemory, on random trees', () => {
  it('MEM-5 ends, and never loads a path twice', () =>
    check(({ loaded }) => {
      const paths = loaded.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
    }));

  it('MEM-6 loads or explains every file, never both but for a cycle', () =>
    check(({ loaded, skipped }, files) => {
      const isLoaded = new Set(loaded.map(({ path }) => path));
      const isSkipped = new Set(skipped.filter(({ cause }) => cause !== 'include-cycle').map(({ path }) => path));
      for (const path of new Set(files.map((file) => normalizePath(file.path))))
        expect(isLoaded.has(path) !== isSkipped.has(path), path).toBe(true);
      for (const { reason } of [...loaded, ...skipped]) expect(reason).toMatch(/\S/);
    }));

  it('MEM-6 lists no skip twice, and as missing only what is not there', () =>
    check(({ skipped }, files) => {
      const keys = skipped.map(({ path, cause, includedBy }) => `${path}\n${cause}\n${includedBy}`);
      expect(new Set(keys).size).toBe(keys.length);
      const tree = new Set(files.map(({ path }) => normalizePath(path)));
      for (const { path, cause } of skipped)
        if (cause !== 'include-binary') expect(tree.has(path)).toBe(cause !== 'include-missing');
    }));

  it('MEM-14 puts an included file behind its includer, of the same kind, at most five deep', () =>
    check(({ loaded }) => {
      const placed = new Map<string, { at: number; depth: number; kind: string }>();
      for (const [at, { path, kind, includedBy }] of loaded.entries()) {
        const includer = includedBy === undefined ? undefined : placed.get(includedBy);
        if (includedBy !== undefined) {
          expect(includer?.kind).toBe(kind);
          const between = loaded.slice((includer?.at ?? 0) + 1, at);
          for (const other of between) expect(other.includedBy).toBeDefined();
        }
        const depth = includer ? includer.depth + 1 : 0;
        expect(depth).toBeLessThanOrEqual(5);
        placed.set(path, { at, depth, kind });
      }
    }));

  it('MEM-19 includes nothing external for project and local files without approval', () =>
    check(({ loaded }, _, { workingDirectory, home, approvedExternalIncludes }) => {
      const approved = approvedExternalIncludes.map((path) => normalizePath(path.replace(/^~/, home)));
      for (const { path, kind, includedBy } of loaded) {
        if (includedBy === undefined || (kind !== 'project' && kind !== 'local')) continue;
        expect([normalizePath(workingDirectory), ...approved].some((place) => isInside(place, path))).toBe(true);
      }
    }));

  it('MEM-24 gives the same answer for the same input', () =>
    check((discovery, files, settings) => expect(discoverMemory(files, settings)).toEqual(discovery)));
});
