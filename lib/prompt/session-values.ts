import { promptContext } from './prompt-context.ts';
import type { PromptInput, PromptModel } from './prompt-input.ts';
import { resolveSection, type SectionValue } from './resolve-section.ts';
import { gitStatusLine } from './system-context.ts';
import type { PromptPart } from './system-prompt.ts';
import { toolKey } from './tool-key.ts';
import { isOffered } from './tool-offer.ts';
import { userContext } from './user-context.ts';
import { type WireTool, wireTool } from './wire-tool.ts';

/** What a session keeps until it is cleared or compacted (SESSION-1, SESSION-4). */
export interface SessionValues {
  /** Of memoised sections, by id; null values as well. */
  readonly sections: ReadonlyMap<string, SectionValue>;
  /** By `toolKey`. */
  readonly tools: ReadonlyMap<string, WireTool>;
  readonly userContext: PromptPart | undefined;
  readonly gitStatus: PromptPart | undefined;
}

/** What a request was assembled from. */
export interface SessionOrigin {
  readonly input: PromptInput;
  readonly model: PromptModel;
}

/**
 * The values that requests have left, the oldest first: each is taken from the first that had it. The user context and the git
 * status are the first one's. What failed then has no value, and is computed again.
 */
export function sessionValues([first, ...later]: readonly [SessionOrigin, ...SessionOrigin[]]): SessionValues {
  const sections = new Map<string, SectionValue>();
  const tools = new Map<string, WireTool>();
  for (const { input, model } of [first, ...later]) {
    const context = promptContext(input, model);
    for (const section of input.sections) {
      if (section.kind === 'volatile' || sections.has(section.id)) continue;
      const value = resolveSection(section, context);
      if (value.ok) sections.set(section.id, value.value);
    }
    for (const tool of input.tools) {
      if (!isOffered(tool, input) || tools.has(toolKey(tool))) continue;
      const wire = wireTool(tool, input.flags, model.structuredOutputs);
      if (wire.ok) tools.set(toolKey(tool), wire.value);
    }
  }
  return { sections, tools, userContext: userContext(first.input), gitStatus: gitStatusLine(first.input) };
}
