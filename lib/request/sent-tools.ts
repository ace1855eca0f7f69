import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import { likeImported } from '@/lib/prompt/like-imported.ts';
import { wholePart } from '@/lib/prompt/select-prompt.ts';
import type { WireTool } from '@/lib/prompt/wire-tool.ts';
import { rememberEach, rememberLast } from '@/lib/remember.ts';
import { blockMark, type Marking, placeMark } from './place-mark.ts';
import type { RequestBlock } from './request-block.ts';
import type { ToolUnion } from './wire.ts';

/** Tools as they are sent, and as blocks. */
export interface SentTools {
  readonly wires: ToolUnion[];
  readonly blocks: readonly RequestBlock[];
}

/** The tools of a prompt, marked; the same objects for the same tools and marking. */
export const sentTools = rememberLast((tools: AssembledPrompt['tools'], marking: Marking): SentTools => {
  const sent = tools.map((tool, index) => sentTool(tool, index, marking));
  return { wires: sent.map(({ wire }) => wire), blocks: sent.map(({ block }) => block) };
});

function sentTool({ id, wire, imported }: AssembledPrompt['tools'][number], index: number, marking: Marking) {
  const text = toolText(wire);
  const blockId = `tool:${id}`;
  const mark = placeMark(blockId, undefined, marking);
  const block: RequestBlock = {
    id: blockId,
    title: wire.name,
    level: 'tools',
    layer: 'tools',
    path: `tools.${index}`,
    text,
    spans: wholePart(text, { type: 'tool', id }, 'tools').spans,
    breakpoint: wire.defer_loading ? undefined : mark,
  };
  // An imported one may be faulty: what the provider would refuse is shown, not mended.
  const isMarked = mark && (!wire.defer_loading || imported !== undefined);
  const marked = isMarked
    ? likeImported({ ...wire, ...blockMark(blockId, undefined, marking, imported) }, imported)
    : wire;
  return { block, wire: marked as unknown as ToolUnion };
}

/** A tool's JSON. */
const toolText = rememberEach((wire: WireTool) => JSON.stringify(wire));
