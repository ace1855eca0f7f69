import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';

/**
 * Test support: the provider's rules a second time, written from their text (caching rules §§1–6, 14) and with no thought of cost.
 * A prefix is its own whole text, and every request looks at everything.
 */
export interface NaiveModel {
  readonly minimum: number;
  readonly toolPrompt: number;
  readonly forcedToolPrompt: number;
  readonly frame: number;
  /** Models that forget their thinking when the user goes on. */
  readonly forgetful: readonly string[];
  readonly betas?: readonly string[];
  readonly count: (text: string) => number;
}

interface Written {
  readonly prefix: string;
  readonly readableAt: number;
  readonly startedAt: number;
  readonly lifetime: number;
}

export type NaiveCache = readonly Written[];

interface Place {
  readonly prefix: string;
  /** Tokens from the start of the prompt through this block. */
  readonly through: number;
  readonly kind: string | undefined;
  readonly mark: '5m' | '1h' | undefined;
  readonly position: number;
}

type Block = {
  readonly type?: string;
  readonly cache_control?: { ttl?: '5m' | '1h' } | null;
  readonly [key: string]: unknown;
};

const LIFETIME = { '5m': 5 * 60 * 1000, '1h': 60 * 60 * 1000 };

/** One request, started at `now` and answered from `respondedAt` on (`undefined`: never). */
export function naiveSend(
  cache: NaiveCache,
  request: MessageCreateParamsBase,
  now: number,
  respondedAt: number | undefined,
  model: NaiveModel,
): { readonly usage: InputUsage; readonly cache: NaiveCache } {
  const { places, total } = layOut(request, model);
  const live = (prefix: string) =>
    cache.some((each) => each.prefix === prefix && each.readableAt <= now && now < each.startedAt + each.lifetime);
  const marks = places.filter(({ mark, through }) => mark !== undefined && through >= model.minimum);

  let hit: Place | undefined;
  for (const mark of [...marks].reverse()) {
    const window = places.filter(
      ({ through, position, prefix }) =>
        prefix.length <= mark.prefix.length && through <= mark.through && mark.position - position <= 19,
    );
    hit ??= [...window].reverse().find(({ prefix }) => live(prefix));
  }

  const indexOf = (place: Place | undefined) => (place ? places.indexOf(place) : -1);
  const a = hit?.through ?? 0;
  const after = marks.filter((mark) => indexOf(mark) > indexOf(hit));
  const b = after.filter(({ mark }) => mark === '1h').at(-1)?.through ?? a;
  const c = after.at(-1)?.through ?? a;

  const read = new Set(places.slice(0, indexOf(hit) + 1).map(({ prefix }) => prefix));
  const creating = respondedAt === undefined ? [] : marks.filter(({ prefix }) => !live(prefix));
  const kept = cache
    .filter((each) => each.readableAt > now || now < each.startedAt + each.lifetime)
    .map((each) => (read.has(each.prefix) && live(each.prefix) ? { ...each, startedAt: now } : each));
  const next = [...kept];
  for (const { prefix, mark } of creating) {
    const made: Written = { prefix, readableAt: respondedAt ?? now, startedAt: now, lifetime: LIFETIME[mark ?? '5m'] };
    const at = next.findIndex((each) => each.prefix === prefix);
    const other = next[at];
    if (!other) next.push(made);
    else {
      const longer = other.startedAt + other.lifetime > made.startedAt + made.lifetime ? other : made;
      next[at] = { ...longer, readableAt: Math.min(other.readableAt, made.readableAt) };
    }
  }
  return {
    usage: {
      inputTokens: total - c,
      cacheReadTokens: a,
      cacheCreation5mTokens: c - b,
      cacheCreation1hTokens: b - a,
    },
    cache: next,
  };
}

/** tools → system → messages, each level's parameters in front of its blocks. */
function layOut(request: MessageCreateParamsBase, model: NaiveModel): { places: Place[]; total: number } {
  const tools = (request.tools ?? []) as unknown as readonly Block[];
  const system = (
    typeof request.system === 'string' ? [{ type: 'text', text: request.system }] : (request.system ?? [])
  ) as readonly Block[];
  const everythingSaid = request.messages.flatMap(({ role, content }) =>
    (typeof content === 'string' ? [{ type: 'text', text: content }] : (content as unknown as readonly Block[])).map(
      (block) => ({ role, block }),
    ),
  );
  const said = everythingSaid.filter(({ block }, index) => {
    if (!model.forgetful.includes(request.model) || !isThought(block)) return true;
    return everythingSaid.slice(index).every(({ role, block: { type } }) => role !== 'user' || type === 'tool_result');
  });
  const all = [...tools, ...system, ...everythingSaid.map(({ block }) => block)];
  const isWeb = ({ type }: Block) => type?.startsWith('web_search_') || type?.startsWith('web_fetch_');
  const forced = request.tool_choice?.type === 'any' || request.tool_choice?.type === 'tool';
  const isHeader = (block: Block, index: number) =>
    index === 0 && String(block['text']).startsWith('x-anthropic-billing-header:');
  const levels = [
    { parameters: [request.model], hidden: 0, blocks: tools.filter((tool) => !tool['defer_loading'] && !isWeb(tool)) },
    {
      parameters: [
        tools.some(({ type }) => type?.startsWith('web_search')),
        tools.some(({ type }) => type?.startsWith('web_fetch')),
        request.speed === 'fast',
      ],
      hidden: tools.length > 0 ? model.toolPrompt : 0,
      blocks: [...tools.filter(isWeb), ...system.filter((block, index) => !isHeader(block, index))],
    },
    {
      parameters: [
        request.tool_choice?.type ?? 'auto',
        request.tool_choice?.type === 'tool' ? request.tool_choice.name : '',
        request.tool_choice && 'disable_parallel_tool_use' in request.tool_choice
          ? request.tool_choice.disable_parallel_tool_use
          : false,
        said.some(({ block }) => block.type === 'image'),
        request.thinking?.type === 'disabled' ? undefined : request.thinking,
        request.output_config?.effort ?? 'high',
        request.output_config?.format,
        [...(model.betas ?? [])].sort(),
        (request as { context_management?: unknown }).context_management,
      ],
      hidden: model.frame + (forced && tools.length > 0 ? model.forcedToolPrompt - model.toolPrompt : 0),
      blocks: said,
    },
  ];
  // Top-level caching: the last block that can carry a mark gets one, unless it has one.
  const markable = all.filter((block) => !isThought(block) && block['text'] !== '').at(-1);
  const lifetimeOf = (block: Block): '5m' | '1h' | undefined => {
    const inside = Array.isArray(block['content'])
      ? (block['content'] as readonly Block[]).filter((part) => part.cache_control).at(-1)
      : undefined;
    const own = block.cache_control ?? (block === markable ? request.cache_control : undefined);
    const mark = own ?? inside?.cache_control;
    return mark ? (mark.ttl ?? '5m') : undefined;
  };
  const story: unknown[] = [];
  const places: Place[] = [];
  let total = 0;
  for (const { parameters, hidden, blocks } of levels) {
    story.push(parameters);
    total += hidden;
    for (const each of blocks) {
      const block = ('block' in each ? each['block'] : each) as Block;
      const content = withoutMarks(block);
      story.push('block' in each ? [each['role'], content] : content);
      total += tokensOf(content, model);
      const before = places.at(-1);
      const isRun = (block.type === 'tool_use' || block.type === 'tool_result') && before?.kind === block.type;
      places.push({
        prefix: JSON.stringify(story),
        through: total,
        kind: block.type,
        mark: lifetimeOf(block),
        position: (before?.position ?? 0) + (isRun ? 0 : 1),
      });
    }
  }
  return { places, total };
}

const isThought = ({ type }: Block) => type === 'thinking' || type === 'redacted_thinking';

/** The block as it would be, had nobody ever marked it or a part of it. */
function withoutMarks(block: Block): Block {
  return JSON.parse(JSON.stringify(block, (key, value) => (key === 'cache_control' ? undefined : value)));
}

/** An image has 1,600 tokens; a text and a tool's result have those of what they say; the rest those of its JSON. */
function tokensOf(content: Block, model: NaiveModel): number {
  if (content.type === 'image') return 1600;
  const parts = content['content'];
  if (content.type === 'tool_result' && Array.isArray(parts)) {
    return (parts as Block[]).reduce((sum, part) => sum + tokensOf(part, model), 0);
  }
  const said = { text: 'text', tool_result: 'content', thinking: 'thinking' }[String(content.type)];
  const words = said && content[said];
  return model.count(typeof words === 'string' ? words : JSON.stringify(content));
}
