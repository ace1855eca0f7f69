import type { MemoryEntry, MemoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';

/** Why a file is loaded, or not, in a sentence that says which. */
export const describeEntry = ({ order, reason }: Pick<MemoryEntry, 'order' | 'reason'>): string =>
  `${order === undefined ? 'Not loaded' : 'Loaded'}: ${reason}`;

/** How many of the files are loaded. */
export function describeLoaded({ entries }: MemoryOutlook): string {
  const loaded = entries.filter(({ order }) => order !== undefined).length;
  return `${loaded} of ${entries.length} ${entries.length === 1 ? 'file' : 'files'} loaded`;
}

/** The tokens of all memory files in the request; `undefined` before the first count. */
export function memoryTokens(
  { entries }: MemoryOutlook,
  tokensBySource: ReadonlyMap<string, number> | undefined,
): number | undefined {
  return tokensBySource && entries.reduce((sum, { key }) => sum + (tokensBySource.get(key) ?? 0), 0);
}

/** Where a new file will lie, and whether it will be loaded there. */
export const describeForecast = (path: string, { order, reason }: Pick<MemoryEntry, 'order' | 'reason'>): string =>
  `${path}: ${order === undefined ? 'will not be loaded' : `will be loaded as number ${order}`}. ${reason}`;

/** A warning without the word, which its sign says already. */
export const warningText = (warning: string): string => warning.replace(/^Warning: /, '');
