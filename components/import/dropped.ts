/** What was dropped onto the page: entries of a file system where the browser gives them (they hold folders), else files. */
export interface Dropped {
  readonly entries: readonly FileSystemEntry[];
  readonly files: readonly File[];
}

/** Must be called while the drop is being handled: afterwards the browser has emptied it. */
export function droppedOf({ items, files }: DataTransfer): Dropped | undefined {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.length + files.length === 0 ? undefined : { entries, files: [...files] };
}
