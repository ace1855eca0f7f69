import { type Span, shiftSpans } from './block.ts';
import { BOUNDARY_MARKER, HEADER_PREFIX, IDENTITIES, type PromptPart, type SystemPrompt } from './system-prompt.ts';

/** `null`: no mark. `global`: may be shared by all users of the provider's account. `org`: one organisation's or workspace's. */
export type CacheScope = 'global' | 'org' | null;

export interface SystemBlock {
  readonly role: 'header' | 'identity' | 'static' | 'dynamic' | 'rest';
  readonly text: string;
  readonly cacheScope: CacheScope;
  readonly spans: readonly Span[];
}

export interface SplitOptions {
  /** Skip the global scope: tools differ per user (MCP), so nothing behind them can be shared. */
  readonly skipGlobalScope: boolean;
  /** The scope of the dynamic block behind a global one: uncached, or cached for the session as well. */
  readonly dynamicScope: 'org' | null;
}

const SEPARATOR = '\n\n';
const KNOWN_IDENTITIES: ReadonlySet<string> = new Set(Object.values(IDENTITIES));

/** `splitSysPromptPrefix`: parts joined by a blank line into blocks with a cache scope; empty parts vanish. */
export function splitSystemPrompt(prompt: SystemPrompt, options: SplitOptions): SystemBlock[] {
  const parts = prompt.filter((part) => part.text !== '');
  const header = parts.find((part) => part.text.startsWith(HEADER_PREFIX));
  const identity = parts.find((part) => KNOWN_IDENTITIES.has(part.text));
  const boundary = parts.findIndex((part) => part.text === BOUNDARY_MARKER);
  const isBody = (part: PromptPart) => part !== header && part !== identity && part.text !== BOUNDARY_MARKER;
  const isGlobal = boundary !== -1 && !options.skipGlobalScope;
  const lead = [
    block('header', header ? [header] : [], null),
    block('identity', identity ? [identity] : [], isGlobal ? null : 'org'),
  ];
  const body = isGlobal
    ? [
        block('static', parts.slice(0, boundary).filter(isBody), 'global'),
        block('dynamic', parts.slice(boundary).filter(isBody), options.dynamicScope),
      ]
    : [block('rest', parts.filter(isBody), 'org')];
  return [...lead, ...body].filter((candidate) => candidate.text !== '');
}

function block(role: SystemBlock['role'], parts: readonly PromptPart[], cacheScope: CacheScope): SystemBlock {
  return { role, cacheScope, ...joinParts(parts) };
}

/** Parts joined, by a blank line unless told otherwise, their spans moved along. */
export function joinParts(parts: readonly PromptPart[], separator = SEPARATOR): PromptPart {
  const spans: Span[] = [];
  let length = 0;
  for (const [index, part] of parts.entries()) {
    if (index > 0) length += separator.length;
    spans.push(...shiftSpans(part.spans, length));
    length += part.text.length;
  }
  return { text: parts.map((part) => part.text).join(separator), spans };
}
