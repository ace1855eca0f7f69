import type { Environment } from '@/lib/prompt/context.ts';
import type { Client, Turn } from '@/lib/prompt/prompt-input.ts';
import { turnText } from '@/lib/prompt/turn-text.ts';

/** What an imported prompt says of the machine it was made on, where it says so: the working directory, home and the day. */
export function readEnvironment(
  sections: readonly string[],
  conversation: readonly Turn[],
): Partial<Pick<Environment, 'workingDirectory' | 'home' | 'today'>> {
  const words = [...sections, ...conversation.slice(0, 2).flatMap(wordsOf)].join('\n');
  const directory = /^[ \t*-]*(?:(?:primary )?working directory|cwd): *(\/[^\n]*?)\s*$/im.exec(words)?.[1];
  const home = /Contents of (\/[^\n]*)\/\.claude\/CLAUDE\.md \(user/.exec(words)?.[1];
  const today = /\b(?:today's date is|date:) *(\d{4}-\d{2}-\d{2})\b/i.exec(words)?.[1];
  return {
    ...(directory !== undefined && { workingDirectory: directory }),
    ...(home !== undefined && { home }),
    ...(today !== undefined && { today }),
  };
}

function wordsOf(turn: Turn): string[] {
  const context = (turn.blocks ?? []).flatMap((block) => (block.type === 'context' ? block.parts : []));
  return [turnText(turn), ...context.map((part) => (part.type === 'text' ? part.text : part.heading))];
}

/** The client by the attribution header; `undefined` when the text is none. */
export function readClient(header: string): Client | undefined {
  const version = /^x-anthropic-billing-header: cc_version=([\w.-]+?)(?:\.[0-9a-f]{3,})?;/.exec(header)?.[1];
  if (version === undefined) return undefined;
  const entrypoint = /cc_entrypoint=(\w+)/.exec(header)?.[1];
  return { version, entrypoint: entrypoint === 'cli' || entrypoint === 'sdk' ? entrypoint : 'unknown' };
}
