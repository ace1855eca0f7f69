import type { DefaultPrompt, Reminder } from './default-prompt.ts';
import { joinParts } from './split-system-prompt.ts';
import type { PromptPart } from './system-prompt.ts';

/** What newer clients send among the messages instead of in the system prompt. */
export interface SessionContext {
  /** The dynamic sections. */
  readonly session: PromptPart | undefined;
  /** The dynamic sections that are reminders of their own. */
  readonly reminders: readonly Reminder[];
  readonly git: PromptPart | undefined;
}

/** `undefined` for a part without text. */
export function sessionContext(
  { session, reminders }: Pick<DefaultPrompt, 'session' | 'reminders'>,
  git: PromptPart,
): SessionContext {
  const some = (part: PromptPart) => (part.text === '' ? undefined : part);
  return { session: some(joinParts(session)), reminders, git: some(git) };
}
