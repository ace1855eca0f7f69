import { contentText } from '@/lib/cache/block-tokens.ts';
import { valueWords } from '@/lib/json-value.ts';
import type { FlatBlock } from '@/lib/request/flatten-request.ts';
import { commonPrefix, comparedText } from './divergence.ts';
import type { RequestTrace } from './request-trace.ts';
import { commonSuffix } from './snippet.ts';

/** How much of the system prompt and of the tools is another between two requests (DIAG-18); `undefined`: none of it is. */
export interface ChangeCounts {
  /** Characters (UTF-16) that came and went; both 0 when lines only changed places. */
  readonly system: { readonly added: number; readonly removed: number } | undefined;
  /** Tools by name; all empty when only their order is another. */
  readonly tools:
    | {
        readonly added: readonly string[];
        readonly removed: readonly string[];
        readonly changed: readonly ChangedTool[];
      }
    | undefined;
}

export interface ChangedTool {
  readonly name: string;
  /** `definition`: something else of it. */
  readonly what: 'description' | 'schema' | 'description and schema' | 'definition';
}

export function changeCounts({ blocks: before }: RequestTrace, { blocks: after }: RequestTrace): ChangeCounts {
  return { system: systemCounts(textOf(before), textOf(after)), tools: toolCounts(toolsOf(before), toolsOf(after)) };
}

const textOf = (blocks: readonly FlatBlock[]): string =>
  blocks.flatMap((block) => (isTool(block) || block.level !== 'system' ? [] : comparedText(block))).join('\n');

/** Web search stands with the system prompt in the prefix, and is a tool all the same. */
const isTool = ({ path }: FlatBlock): boolean => path.startsWith('tools.');
const toolsOf = (blocks: readonly FlatBlock[]): readonly FlatBlock[] => blocks.filter(isTool);

/** Line by line: what both texts have is neither come nor gone, and of a line that became another only what differs is. */
function systemCounts(was: string, now: string): ChangeCounts['system'] {
  if (was === now) return undefined;
  const [before, after] = [was.split('\n'), now.split('\n')];
  const [gone, come] = [without(before, after), without(after, before)];
  const isPaired = gone.length === come.length;
  const [left, right] = isPaired ? [gone, come] : [[gone.join('\n')], [come.join('\n')]];
  let [added, removed] = [0, 0];
  for (const [index, line] of left.entries()) {
    const other = right[index] ?? '';
    const start = commonPrefix(line, other);
    const same = start + commonSuffix(line.slice(start), other.slice(start));
    removed += line.length - same;
    added += other.length - same;
  }
  return { added, removed };
}

/** The lines that are not among the others, each as often as it stands there too seldom. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function toolCounts(before: readonly FlatBlock[], after: readonly FlatBlock[]): ChangeCounts['tools'] {
  const [was, now] = [byName(before), byName(after)];
  const texts = (tools: readonly FlatBlock[]) => JSON.stringify(tools.map(contentText));
  if (texts(before) === texts(after)) return undefined;
  return {
    added: [...now.keys()].filter((name) => !was.has(name)),
    removed: [...was.keys()].filter((name) => !now.has(name)),
    changed: [...was].flatMap(([name, tool]) => {
      const other = now.get(name);
      return other && contentText(other) !== contentText(tool) ? [{ name, what: whatChanged(tool, other) }] : [];
    }),
  };
}

/** One that has no name, as the provider's own may have none, goes by its type. */
const byName = (tools: readonly FlatBlock[]): Map<string, FlatBlock> =>
  new Map(tools.map((tool) => [valueWords(fieldOf(tool, 'name') ?? fieldOf(tool, 'type') ?? tool.path), tool]));

const fieldOf = ({ value }: FlatBlock, field: string): unknown =>
  Object.entries(value).find(([key]) => key === field)?.[1];

function whatChanged(before: FlatBlock, after: FlatBlock): ChangedTool['what'] {
  const differs = (field: string) => JSON.stringify(fieldOf(before, field)) !== JSON.stringify(fieldOf(after, field));
  const [description, schema] = [differs('description'), differs('input_schema')];
  if (description && schema) return 'description and schema';
  return description ? 'description' : schema ? 'schema' : 'definition';
}
