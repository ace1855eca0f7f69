import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { ImportedRequest } from '@/lib/prompt/imported-request.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import type { Section } from '@/lib/prompt/section.ts';
import { joinParts } from '@/lib/prompt/split-system-prompt.ts';
import type { PromptPart } from '@/lib/prompt/system-prompt.ts';
import type { DraftBlock } from './message-drafts.ts';

/**
 * The system prompt of an imported request in the blocks it came in, each made of the sections that name it. A section without a block,
 * or one carried away from the others of its block, is part of the block it stands in.
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

/** The block each section ends up in: its own in the longest run of sections that name it, elsewhere that of the section before it. */
function blocksOf(sections: readonly Section[]): Map<string, string> {
  const runs: { readonly block: string | undefined; readonly ids: string[] }[] = [];
  for (const { id, block } of sections) {
    const run = runs.at(-1);
    if (run && (block === undefined || run.block === block)) run.ids.push(id);
    else runs.push({ block, ids: [id] });
  }
  const homes = new Map<string, readonly string[]>();
  for (const { block, ids } of runs) {
    if (block !== undefined && ids.length > (homes.get(block)?.length ?? 0)) homes.set(block, ids);
  }
  let open = runs.find(({ block, ids }) => block !== undefined && homes.get(block) === ids)?.block;
  const found = new Map<string, string>();
  for (const { block, ids } of runs) {
    if (block !== undefined && homes.get(block) === ids) open = block;
    if (open !== undefined) for (const id of ids) found.set(id, open);
  }
  return found;
}
