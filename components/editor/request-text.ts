import { API_VERSION } from '@/lib/backends/api-version.ts';
import { betaHeaders } from '@/lib/backends/beta-headers.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

/** The request's body, two spaces deep. */
export const requestJson = (request: MessageCreateParamsBase): string => JSON.stringify(request, null, 2);

/** A shell command that sends a request to the provider, its body as written; the key is read from the environment. */
export function curlCommand(request: MessageCreateParamsBase, body = requestJson(request)): string {
  const headers = { 'anthropic-version': API_VERSION, 'content-type': 'application/json', ...betaHeaders(request) };
  return [
    'curl https://api.anthropic.com/v1/messages \\',
    '  -H "x-api-key: $ANTHROPIC_API_KEY" \\',
    ...Object.entries(headers).map(([name, value]) => `  -H '${name}: ${value}' \\`),
    // Quoted, so that the shell leaves the body alone.
    "  --data-binary @- <<'JSON'",
    body,
    'JSON',
  ].join('\n');
}

/** A part of a long text: whole lines, some of them long. */
export interface TextChunk {
  readonly id: number;
  readonly lines: readonly { readonly id: number; readonly text: string }[];
}

const LINES_A_CHUNK = 200;

/** A text in chunks that a browser can lay out one by one, up to about `limit` characters; `left` counts the rest. */
export function chunkText(
  text: string,
  limit: number,
): { readonly chunks: readonly TextChunk[]; readonly left: number } {
  const shown = text.slice(0, limit);
  const lines = shown.split('\n').map((line, index) => ({ id: index, text: line }));
  const chunks: TextChunk[] = [];
  for (let at = 0; at < lines.length; at += LINES_A_CHUNK)
    chunks.push({ id: at, lines: lines.slice(at, at + LINES_A_CHUNK) });
  return { chunks, left: text.length - shown.length };
}
