import { shiftSpans } from '@/lib/prompt/block.ts';
import type { SessionContext } from '@/lib/prompt/session-context.ts';
import type { PromptPart } from '@/lib/prompt/system-prompt.ts';
import type { DraftBlock, DraftMessage } from './message-drafts.ts';

/**
 * The layout of newer clients (PROMPT-30): memory files, git status, small reminders and what the user typed are blocks of
 * one first message; environment and the like follow it as a system message, or stand in it as a reminder where the model takes none.
 */
export function placeSessionContext(
  messages: readonly DraftMessage[],
  { session, reminders, git }: SessionContext,
  takesSystemMessages: boolean,
): DraftMessage[] {
  const at = messages.findIndex(({ role }) => role === 'user');
  const first = messages[at];
  if (!first) return [...messages];
  const isContext = first.blocks.every(({ id }) => id === 'user-context');
  const next = isContext && messages[at + 1]?.role === 'user' ? messages[at + 1] : undefined;
  const [context, typed] = isContext ? [first.blocks, next?.blocks ?? []] : [[], first.blocks];
  const sessionBlock = draft('session-context', 'Session context', session);
  const blocks = [
    ...context,
    ...draft('git-status', 'Git status', git),
    ...(takesSystemMessages ? [] : sessionBlock.map(asReminder)),
    ...reminders.flatMap(({ id, title, part }) => draft(`reminder:${id}`, title, part).map(asReminder)),
    ...typed,
  ];
  const rest = messages.slice(at + (next ? 2 : 1));
  const isFirstTurn = rest.length === 0;
  const system = takesSystemMessages && sessionBlock.length > 0 ? sessionBlock : [];
  const rolling = [...first.blocks, ...(next?.blocks ?? [])].some(({ ruled }) => ruled === 'rolling');
  const marked = (own: readonly DraftBlock[], isLast: boolean) =>
    own.map((block, index) => ({
      ...block,
      ruled: isLast && index === own.length - 1 ? ('rolling' as const) : undefined,
    }));
  const isOnSystem = isFirstTurn && system.length > 0;
  return [
    ...messages.slice(0, at),
    { role: 'user', blocks: marked(blocks, rolling && !isOnSystem) },
    ...(system.length > 0 ? [{ role: 'system' as const, blocks: marked(system, rolling && isOnSystem) }] : []),
    ...rest,
  ];
}

const draft = (id: string, title: string, part: PromptPart | undefined): DraftBlock[] =>
  part && part.text !== '' ? [{ id, title, layer: part.spans[0]?.layer ?? 'session', part, ruled: undefined }] : [];

function asReminder(block: DraftBlock): DraftBlock {
  const [open, close] = ['<system-reminder>\n', '\n</system-reminder>'];
  const { text, spans } = block.part;
  return { ...block, part: { text: open + text + close, spans: shiftSpans(spans, open.length) } };
}
