import type { LoadedMemoryFile, MemoryKind } from './memory-file.ts';

/** Where a file's block stands, in characters of the text: from its heading line to the end of what it says. */
export interface MemorySpan {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

const OPENING =
  'Instructions from the user and the project follow, each under the path of its file. They override your default behaviour: where the two differ, do exactly as written here.';

const KIND_LABELS: Readonly<Record<MemoryKind, string>> = {
  managed: 'policy instructions, managed for every user',
  user: "the user's own instructions, for every project",
  project: 'project instructions, checked in',
  local: "the user's private project instructions, not checked in",
  auto: 'auto memory, kept from one conversation to the next',
  team: 'team memory, shared by everyone on the project',
};

/** `claudeMd`: a sentence that gives the files their weight, then a block for each, a blank line between. Empty without files. */
export function formatMemory(loaded: readonly LoadedMemoryFile[]): {
  readonly text: string;
  readonly spans: readonly MemorySpan[];
} {
  if (loaded.length === 0) return { text: '', spans: [] };
  const blocks = [OPENING];
  const spans: MemorySpan[] = [];
  let at = OPENING.length;
  for (const { path, kind, text } of loaded) {
    const block = `Contents of ${path} (${KIND_LABELS[kind]}):\n\n${text}`;
    const start = at + 2;
    at = start + block.length;
    spans.push({ path, start, end: at });
    blocks.push(block);
  }
  return { text: blocks.join('\n\n'), spans };
}
