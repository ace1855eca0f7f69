import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { ImportedRequest } from '@/lib/prompt/imported-request.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import type { Section } from '@/lib/prompt/section.ts';
import { joinParts } from '@/lib/prompt/split-system-prompt.ts';
import type { PromptPart } from '@/lib/prompt/system-prompt.ts';
import type { DraftBlock } from './message-drafts.ts';

/**
 * The system prompt of an imported request in the blocks it came in, each made of the sections that name it. A section without a block,
 * or one carried into the midst of another block, is part of the block it stands in.
 */
export function importedSystem(
  { system }: Pick<AssembledPrompt, 'system'>,
  { sections }: Pick<PromptInput, 'sections'>,
  { systemBlocks }: ImportedRequest,
): DraftBlock[] {
  const homes = blocksOf(sections);
  const groups = new Map<string, PromptPart[]>();
  let open = systemBlocks[0]?.id ?? OWN_BLOCK;
  for (const part of system) {
    const source = part.spans[0]?.source;
    open = (source?.type === 'section' && homes.get(source.id)) || open;
    groups.set(open, [...(groups.get(open) ?? []), part]);
  }
  return [...groups].map(([id, parts]): DraftBlock => {
    const block = systemBlocks.find((each) => each.id === id);
    const part = joinParts(parts);
    return {
      id: `system:${id}`,
      title: block?.title ?? 'System prompt',
      layer: part.spans[0]?.layer ?? 'session',
      part,
      ruled: undefined,
      wire: block?.wire,
    };
  });
}

/** Where sections stand that name no block when there is none. */
const OWN_BLOCK = 'own';

/** The block each section ends up in: each block begins once, and goes on until another one begins. */
function blocksOf(sections: readonly Section[]): Map<string, string> {
  const begun = new Set<string>();
  const homes = new Map<string, string>();
  let open: string | undefined;
  for (const [index, { id, block }] of sections.entries()) {
    const before = sections[index - 1]?.block;
    const isCarried = before !== undefined && before !== block && before === sections[index + 1]?.block;
    if (block !== undefined && !begun.has(block) && !isCarried) {
      open = block;
      begun.add(block);
    }
    if (open !== undefined) homes.set(id, open);
  }
  return homes;
}
