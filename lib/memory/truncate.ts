/** What is sent of an entry point `MEMORY.md` at most, as seen at Claude Code 2.1.329 (2026-11); bytes are UTF-8. */
const ENTRY_POINT_LIMITS = { lines: 200, bytes: 25_000 };

/** `kept` is what the limits leave; `warning`, absent when that is all, names the limits that cut. */
export interface TruncatedText {
  readonly kept: string;
  readonly warning?: string;
}

/** Cuts at 200 lines, then at the last line end within 25,000 bytes; a single longer line is cut between characters. */
export function truncateEntryPoint(text: string): TruncatedText {
  const lines = text.split('\n');
  const isLong = lines.length > ENTRY_POINT_LIMITS.lines;
  const byLines = isLong ? lines.slice(0, ENTRY_POINT_LIMITS.lines).join('\n') : text;
  const kept = cutAtBytes(byLines, ENTRY_POINT_LIMITS.bytes);
  const limits = [
    ...(isLong ? [`${ENTRY_POINT_LIMITS.lines} lines (it has ${lines.length.toLocaleString('en')})`] : []),
    ...(kept === byLines ? [] : [`${ENTRY_POINT_LIMITS.bytes.toLocaleString('en')} bytes`]),
  ];
  if (limits.length === 0) return { kept };
  const warning = `Warning: MEMORY.md was cut at ${limits.join(' and at ')}; the rest of it is not shown. Keep one short line per entry, and details in files of their own.`;
  return { kept, warning };
}

function cutAtBytes(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  if (read === text.length) return text;
  const lineEnd = text.lastIndexOf('\n', read);
  return text.slice(0, lineEnd > 0 ? lineEnd : read);
}
