import type { Document } from '@/lib/document/document.ts';
import { discoverMemory } from '@/lib/memory/discover-memory.ts';
import type { MemoryDiscovery, MemoryKind, SkippedMemoryFile, VirtualFile } from '@/lib/memory/memory-file.ts';
import { listSources } from '@/lib/memory/memory-source.ts';
import { normalizeSettings } from '@/lib/memory/normalize-settings.ts';
import { normalizePath } from '@/lib/memory/path.ts';
import { memorySettings } from '@/lib/prompt/memory-settings.ts';

/** A file of the document with what discovery makes of it. */
export interface MemoryEntry {
  /** As the document has it; `key` is the one of its tokens (see block.ts). */
  readonly path: string;
  readonly key: string;
  /** `undefined` for a file at no place where discovery looks, and not included either. */
  readonly kind: MemoryKind | undefined;
  /** Its place among the files that are sent, from 1; `undefined` when it is not sent. */
  readonly order: number | undefined;
  /** Why it is sent, or why not, for a person. */
  readonly reason: string;
  readonly cause: SkippedMemoryFile['cause'] | 'all-off' | undefined;
  readonly includedBy: string | undefined;
  readonly warnings: readonly string[];
}

/** The memory files as discovery judges them, and the includes that lead to no file or round in a circle. */
export interface MemoryOutlook {
  readonly entries: readonly MemoryEntry[];
  readonly strays: readonly SkippedMemoryFile[];
}

type Input = Pick<Document, 'environment' | 'memorySources' | 'flags' | 'memoryFiles'> & {
  /** Of an imported request, whose reminders hold the files; other documents need not give it. */
  readonly conversation?: Document['conversation'] | undefined;
  readonly imported?: Document['imported'] | undefined;
};

const ALL_OFF = 'CLAUDE_CODE_DISABLE_CLAUDE_MDS is on: no memory file is sent.';

export function memoryOutlook(input: Input): MemoryOutlook {
  if (input.imported) return { entries: importedEntries(input), strays: [] };
  const discovery = discover(input, input.memoryFiles);
  const kinds = new Map(sourcesOf(input).map(({ path, kind }) => [path, kind]));
  const tree = new Set(input.memoryFiles.map(({ path }) => normalizePath(path)));
  return {
    entries: input.memoryFiles.map(({ path }) => judge(path, discovery, kinds, input)),
    strays: discovery.skipped.filter(
      ({ path, cause, includedBy }) => includedBy !== undefined && (cause === 'include-cycle' || !tree.has(path)),
    ),
  };
}

/** An imported request has its memory files where they stood; none is looked for. */
function importedEntries({ memoryFiles, conversation = [] }: Input): MemoryEntry[] {
  const sent = conversation.flatMap(({ blocks = [] }) =>
    blocks
      .flatMap((block) => (block.type === 'context' ? block.parts : []))
      .flatMap((part) => (part.type === 'file' ? [part.path] : [])),
  );
  return memoryFiles.map(({ path }): MemoryEntry => {
    const index = sent.indexOf(path);
    return {
      path,
      key: `memory-file:${path}`,
      kind: undefined,
      order: index === -1 ? undefined : index + 1,
      reason:
        index === -1 ? 'No reminder of the imported request holds it.' : 'A reminder of the imported request holds it.',
      cause: index === -1 ? 'not-discovered' : undefined,
      includedBy: undefined,
      warnings: [],
    };
  });
}

/** Why a file that is added at a path will be sent, or why not. */
export function memoryForecast(path: string, input: Input): Pick<MemoryEntry, 'order' | 'reason'> {
  const files = [...input.memoryFiles.filter((file) => file.path !== path), { path, text: 'Some text.' }];
  return judge(path, discover(input, files), new Map(), input);
}

function judge(
  written: string,
  { loaded, skipped }: MemoryDiscovery,
  kinds: ReadonlyMap<string, MemoryKind>,
  { flags }: Input,
): MemoryEntry {
  const path = normalizePath(written);
  const index = loaded.findIndex((file) => file.path === path);
  const sent = loaded[index];
  const left = skipped.find((file) => file.path === path && file.cause !== 'include-cycle');
  const isOff = flags.CLAUDE_CODE_DISABLE_CLAUDE_MDS;
  return {
    path: written,
    key: `memory-file:${path}`,
    kind: sent?.kind ?? kinds.get(path),
    order: sent && !isOff ? index + 1 : undefined,
    reason: isOff ? ALL_OFF : (sent?.reason ?? left?.reason ?? ''),
    cause: isOff ? 'all-off' : left?.cause,
    includedBy: sent?.includedBy ?? left?.includedBy,
    warnings: sent?.warnings ?? [],
  };
}

const discover = (input: Input, files: readonly VirtualFile[]) => discoverMemory(files, memorySettings(input));

const sourcesOf = (input: Input) =>
  listSources(
    new Map(input.memoryFiles.map(({ path }) => [normalizePath(path), true])),
    normalizeSettings(memorySettings(input)),
  );
