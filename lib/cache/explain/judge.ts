import { sortedJson } from '@/lib/json-value.ts';
import { isAttributionHeader } from '@/lib/request/flatten-request.ts';
import type { Cause } from './cause.ts';
import { comparedText, type Divergence } from './divergence.ts';
import type { FoundCauses } from './find-causes.ts';
import type { RequestTrace } from './request-trace.ts';
import { type VolatileKind, volatileAt } from './volatile-text.ts';

/** Could it have been avoided without saying anything else? `undefined`: nobody can know. `why` is a sentence. */
export interface Judgement {
  readonly kind: 'waste' | 'legitimate' | undefined;
  readonly why: string;
}

const HOUR = 3_600_000;

const VOLATILE_WORDS: Readonly<Record<VolatileKind, string>> = {
  timestamp: 'A time of day',
  date: 'A date',
  uuid: 'A UUID',
  random: 'A random value',
  counter: 'A counter',
};

/** Waste or a legitimate change, by the cause that stands first. */
export function judge({ causes, divergence }: FoundCauses, previous: RequestTrace, current: RequestTrace): Judgement {
  const [cause = 'unknown'] = causes;
  const ofContent = divergence && cause !== 'model_changed' ? judgeContent(divergence, previous, current) : undefined;
  return ofContent ?? judgeCause(cause, (current.sentAt ?? 0) - (previous.sentAt ?? 0));
}

function judgeCause(cause: Cause, gap: number): Judgement {
  switch (cause) {
    case 'model_changed':
      return { kind: 'legitimate', why: 'Each model has a cache of its own, so another model starts cold.' };
    case 'tools_changed':
      return {
        kind: 'legitimate',
        why: 'The set of tools is another one, and all of the prompt stands behind the tools.',
      };
    case 'system_prompt_changed':
      return { kind: 'legitimate', why: 'The system prompt says something else.' };
    case 'messages_rewritten':
      return { kind: 'legitimate', why: 'An earlier message says something else, or is gone.' };
    case 'ttl_expired_5m':
      return gap < HOUR
        ? { kind: 'waste', why: 'More than 5 minutes passed; entries of 1 hour would still have been there.' }
        : { kind: 'legitimate', why: 'More than an hour passed; no entry lasts that long.' };
    case 'ttl_expired_1h':
      return { kind: 'legitimate', why: 'More than an hour passed; no entry lasts that long.' };
    case 'cache_control_changed':
      return { kind: 'waste', why: 'The text is the same; only its marks are others.' };
    case 'likely_server_side':
      return {
        kind: undefined,
        why: 'Everything sent is the same, within its TTL: the provider no longer had the entry.',
      };
    case 'unknown':
      return { kind: undefined, why: 'What is known of the two requests does not explain it.' };
  }
}

/** What says the same with other bytes is waste: a header, a volatile value, another order of the same tools or keys. */
function judgeContent(
  { previous: before, current: after, level, character, change }: Divergence,
  previous: RequestTrace,
  current: RequestTrace,
): Judgement | undefined {
  const [was, now] = [comparedText(before), comparedText(after)];
  if ([before, after].some((block) => block && isAttributionHeader(block)))
    return {
      kind: 'waste',
      why: 'The attribution header stands in front of everything, and this server does not drop it.',
    };
  const kind = before && after && change === 'changed' ? volatileAt(was, now, character) : undefined;
  if (kind)
    return { kind: 'waste', why: `${VOLATILE_WORDS[kind]} stands in the cached prefix; it is another one each time.` };
  if (level === 'tools' && sortedTools(previous) === sortedTools(current))
    return { kind: 'waste', why: 'The tools are the same ones in another order, or with their keys in another order.' };
  return undefined;
}

/** The tools of a request, whatever their order and that of their keys. */
function sortedTools({ blocks }: RequestTrace): string {
  const tools = blocks
    .filter(({ level }) => level === 'tools')
    .map((block) => sortedJson(JSON.parse(comparedText(block))));
  return tools.sort().join('\n');
}
