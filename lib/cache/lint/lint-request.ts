import { type CacheRules, LOOKBACK_POSITIONS } from '@/lib/cache/cache-rules.ts';
import { comparedText } from '@/lib/cache/explain/divergence.ts';
import { findVolatile, type VolatileKind } from '@/lib/cache/explain/volatile-text.ts';
import type { PrefixChain, PrefixPosition } from '@/lib/cache/prefix-chain.ts';
import { breakpointViolations } from '@/lib/request/breakpoints.ts';
import { type FlatBlock, flattenRequest, isAttributionHeader, ttlOf } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { createChunkCache } from '@/lib/tokens/chunk-cache.ts';
import type { Finding } from './finding.ts';
import type { LintCode } from './lint-rules.ts';

/** What the linter needs to know beside the request: its chain (for tokens and positions) and how the server caches. */
export interface LintOptions {
  readonly chain: PrefixChain;
  readonly rules: CacheRules;
  /** The day that the client calls today (YYYY-MM-DD), where it is known. */
  readonly today?: string;
}

/** CL117: more blocks than this in one message, with no mark among them. */
export const MANY_BLOCKS = 10;
const VOLATILE_CODES: Readonly<Record<VolatileKind, LintCode>> = {
  timestamp: 'CL101',
  date: 'CL102',
  uuid: 'CL103',
  random: 'CL104',
  counter: 'CL105',
};

/** Everything in a request that keeps its cache from being read, in prefix order; pure. */
export function lintRequest(request: MessageCreateParamsBase, { chain, rules, today }: LintOptions): Finding[] {
  const blocks = flattenRequest(request);
  const order = new Map(blocks.map(({ path }, index) => [path, index]));
  const found = [
    ...headerInFront(blocks, rules),
    ...volatileValues(cachedBlocks(blocks, chain, rules), today),
    ...machineInFront(blocks.filter(({ level }) => level === 'system')),
    ...toolOrder(blocks),
    ...toolsPerUser(blocks),
    ...belowMinimum(chain),
    ...illegalMarks(blocks, request),
    ...lookback(chain, request),
    ...cutMemory(blocks),
    ...manyBlocks(request, chain),
  ];
  return found.sort((left, right) => (order.get(left.path) ?? -1) - (order.get(right.path) ?? -1));
}

const at = (code: LintCode, block: FlatBlock | undefined, message: string, start = 0, end = start): Finding => ({
  code,
  path: block?.path ?? '',
  start,
  end,
  message,
});

/**
 * What is meant to be read again: up to the last mark (automatic and nested ones too), as far as a program writes it. What people say
 * may hold any date.
 */
function cachedBlocks(blocks: readonly FlatBlock[], chain: PrefixChain, rules: CacheRules): FlatBlock[] {
  const marked = markedPaths(chain);
  const last = blocks.findLastIndex(({ path }) => marked.has(path));
  const isWritten = ({ level, value }: FlatBlock) =>
    level !== 'messages' || (value.type === 'text' && value.text.startsWith('<system-reminder>'));
  return blocks
    .slice(0, last + 1)
    .filter(isWritten)
    .filter((block) => !(rules.stripsAttributionHeader && isAttributionHeader(block)));
}

/** The blocks at whose end a mark acts, whatever it stands on. */
const markedPaths = ({ positions }: PrefixChain): ReadonlySet<string> =>
  new Set(positions.flatMap(({ path, breakpoint }) => (breakpoint ? [path] : [])));

/** Words in front of a value which say that it is the present one; the dates in what people wrote down stay as they are. */
const PRESENT =
  /\b(?:now|today(?:['’]s)?|date|time|currently|it is|as of|generated|updated|started)(?: ?(?:is|at|on|date|time)\b|[^\w\n]){0,4}$/i;
const LEAD = 48;

function volatileValues(blocks: readonly FlatBlock[], today: string | undefined): Finding[] {
  return blocks.flatMap((block) => {
    const words = comparedText(block);
    return volatileIn(words)
      .filter(({ kind, start, text }) => {
        if (kind !== 'date' && !(kind === 'timestamp' && block.level === 'messages')) return true;
        return (
          (block.level !== 'messages' && text === today) || PRESENT.test(words.slice(Math.max(0, start - LEAD), start))
        );
      })
      .map(({ kind, start, end, text }) => {
        const looks = kind === 'random' ? 'random value' : kind;
        return at(VOLATILE_CODES[kind], block, `“${text}” looks like a ${looks}.`, start, end);
      });
  });
}

/** The same text is searched once: after an edit only the block that changed. */
const volatileIn = createChunkCache(findVolatile, 4_000_000);

function headerInFront(blocks: readonly FlatBlock[], rules: CacheRules): Finding[] {
  const header = rules.stripsAttributionHeader ? undefined : blocks.find(isAttributionHeader);
  return header ? [at('CL115', header, 'The header is part of the prefix here.', 0, comparedText(header).length)] : [];
}

const MACHINE = /^[ \t>*-]*(?:(?:primary |current )?working directory|cwd|gitStatus|current branch)\s*:.*$/im;

function machineInFront(system: readonly FlatBlock[]): Finding[] {
  const texts = system.map(comparedText);
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  let before = 0;
  for (const [index, text] of texts.entries()) {
    const match = MACHINE.exec(text);
    if (match) {
      const behind = total - before - match.index - match[0].length;
      if (behind <= before + match.index) return [];
      const message = `“${match[0].trim().slice(0, 60)}” has ${behind.toLocaleString('en-US')} characters of the system prompt behind it.`;
      return [at('CL106', system[index], message, match.index, match.index + match[0].length)];
    }
    before += text.length;
  }
  return [];
}

const nameOf = ({ value }: FlatBlock): string => ('name' in value && typeof value.name === 'string' ? value.name : '');
const isOfServer = (block: FlatBlock): boolean => nameOf(block).startsWith('mcp__');

function toolOrder(blocks: readonly FlatBlock[]): Finding[] {
  const tools = blocks.filter(({ level }) => level === 'tools');
  return [tools.filter((tool) => !isOfServer(tool)), tools.filter(isOfServer)].flatMap((group) => {
    const late = group.findIndex((tool, index) => index > 0 && nameOf(tool) < nameOf(group[index - 1] ?? tool));
    const before = group[late - 1];
    const tool = group[late];
    return tool && before ? [at('CL109', tool, `${nameOf(tool)} stands behind ${nameOf(before)}.`)] : [];
  });
}

function toolsPerUser(blocks: readonly FlatBlock[]): Finding[] {
  const tools = blocks.filter((block) => block.level === 'tools' && isOfServer(block));
  const message =
    tools.length === 1 ? 'One tool of an MCP server is sent.' : `${tools.length} tools of MCP servers are sent.`;
  return tools.length > 0 ? [at('CL110', tools[0], message)] : [];
}

function belowMinimum({ positions, minimumPrefixTokens: minimum }: PrefixChain): Finding[] {
  return positions.flatMap(({ path, breakpoint, end }) =>
    breakpoint && end < minimum
      ? [
          {
            code: 'CL111',
            path,
            start: 0,
            end: 0,
            message: `${end} tokens are marked; the model caches from ${minimum} on.`,
          } as const,
        ]
      : [],
  );
}

function illegalMarks(blocks: readonly FlatBlock[], { cache_control: automatic }: MessageCreateParamsBase): Finding[] {
  return breakpointViolations(blocks, ttlOf(automatic)).flatMap(({ code, path, message }) => {
    if (code !== 'too-many' && code !== 'ttl-order') return [];
    return [{ code: code === 'too-many' ? 'CL112' : 'CL113', path, start: 0, end: 0, message } as const];
  });
}

/** The request before ended with the user's message in front of the last answer; its entry must be in reach of a mark. */
function lookback(chain: PrefixChain, { messages }: MessageCreateParamsBase): Finding[] {
  const { positions } = chain;
  const written = lastWritten(chain, messages);
  const marks = positions.filter(({ breakpoint }) => breakpoint);
  const last = marks.at(-1);
  if (!written || !last || last.slot <= written.slot) return [];
  const isReached = marks.some(({ slot }) => slot >= written.slot && slot - written.slot < LOOKBACK_POSITIONS);
  if (isReached) return [];
  const message = `The request before ended ${last.slot - written.slot} blocks in front of this mark.`;
  return [{ code: 'CL114', path: last.path, start: 0, end: 0, message }];
}

/** The last block of the request before: the one in front of the last answer; `undefined` where there was none. */
export function lastWritten(
  { positions }: PrefixChain,
  messages: MessageCreateParamsBase['messages'],
): PrefixPosition | undefined {
  const answer = messages.findLastIndex(({ role }) => role === 'assistant');
  return positions.findLast(({ level, path }) => level === 'messages' && Number(path.split('.')[1]) < answer);
}

function cutMemory(blocks: readonly FlatBlock[]): Finding[] {
  return blocks.flatMap((block) =>
    block.value.type === 'text'
      ? [...block.value.text.matchAll(/Warning: MEMORY\.md was cut at ([^;\n]+)/g)].map((match) =>
          at('CL116', block, `MEMORY.md was cut at ${match[1]}.`, match.index, match.index + match[0].length),
        )
      : [],
  );
}

/** The longest stretch of a message without a mark, where it is too long; the marked block behind it is not one of it. */
function manyBlocks({ messages }: MessageCreateParamsBase, chain: PrefixChain): Finding[] {
  const marked = markedPaths(chain);
  return messages.flatMap(({ content }, index) => {
    if (typeof content === 'string') return [];
    const stretches: { readonly blocks: number; readonly first: number }[] = [];
    let [blocks, first] = [0, 0];
    for (const [part, block] of content.entries()) {
      const isRun = part > first && block.type === content[part - 1]?.type && /^tool_(?:use|result)$/.test(block.type);
      if (!isRun) blocks += 1;
      if (!marked.has(`messages.${index}.content.${part}`)) continue;
      stretches.push({ blocks: blocks - 1, first });
      [blocks, first] = [0, part + 1];
    }
    const longest = stretches.reduce((most, each) => (each.blocks < most.blocks ? most : each), { blocks, first });
    if (longest.blocks <= MANY_BLOCKS) return [];
    const message = `${longest.blocks} blocks have no mark among them, runs of tool calls and of results counted once.`;
    return [{ code: 'CL117', path: `messages.${index}.content.${longest.first}`, start: 0, end: 0, message } as const];
  });
}
