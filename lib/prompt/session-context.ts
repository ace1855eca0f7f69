import { joinParts } from './split-system-prompt.ts';
import type { PromptPart } from './system-prompt.ts';

/** What newer clients send among the messages instead of in the system prompt. */
export interface SessionContext {
  /** The dynamic sections. */
  readonly session: PromptPart | undefined;
  readonly git: PromptPart | undefined;
}

/** `undefined` for a part without text. */
export function sessionContext(sections: readonly PromptPart[], git: PromptPart): SessionContext {
  const some = (part: PromptPart) => (part.text === '' ? undefined : part);
  return { session: some(joinParts(sections)), git: some(git) };
}
