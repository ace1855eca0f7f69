import type { PromptId } from '@/lib/prompt/block.ts';
import type { FlagId } from '@/lib/prompt/flag.ts';
import type { PromptText } from '@/lib/prompt/prompt-input.ts';
import { changedFields } from './changed-fields.ts';
import type { Document } from './document.ts';

/** The parts of a document that are one object of settings. */
export type SettingsGroup = 'environment' | 'gitStatus' | 'client' | 'cache' | 'memorySources';

/** Changes some settings of a group; values that are the same already change nothing. */
export function changeSettings<Group extends SettingsGroup>(
  document: Document,
  group: Group,
  change: Partial<Document[Group]>,
): Document {
  const changed = changedFields(document[group], change);
  return changed === document[group] ? document : { ...document, [group]: changed };
}

/** Switches automatic caching; off leaves no trace. */
export function switchAutomatic(document: Document, isOn: boolean): Document {
  const { automatic: _, ...rest } = document.cache;
  return changedFields(document, { cache: isOn ? { ...rest, automatic: true } : rest });
}

/** Sends what is the session's among the messages, or in the system prompt. */
export function changeLayout(document: Document, isCurrent: boolean): Document {
  const { layout, ...rest } = document;
  if ((layout === 'current') === isCurrent) return document;
  return isCurrent ? { ...rest, layout: 'current' } : rest;
}

/** One flag on or off; as it is already, nothing changes. */
export function switchFlag(document: Document, id: FlagId, isOn: boolean): Document {
  return changedFields(document, { flags: { ...document.flags, [id]: isOn } });
}

export function changePrompt(document: Document, id: PromptId, change: Partial<PromptText>): Document {
  const { prompts } = document;
  return changedFields(document, { prompts: { ...prompts, [id]: { ...prompts[id], ...change } } });
}

/** Switches a whole-prompt text on or off. The coordinator's needs two flags besides, which are switched on with it. */
export function switchPrompt(document: Document, id: PromptId, enabled: boolean): Document {
  const changed = changePrompt(document, id, { enabled });
  if (id !== 'coordinator' || !enabled) return changed;
  const flags = { ...document.flags, COORDINATOR_MODE: true, tengu_coordinator: true };
  return changedFields(changed, { flags });
}
