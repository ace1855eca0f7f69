import { LOOKBACK_POSITIONS } from '@/lib/cache/cache-rules.ts';
import type { Finding } from '@/lib/cache/lint/finding.ts';
import { lastWritten, MANY_BLOCKS } from '@/lib/cache/lint/lint-request.ts';
import type { PrefixPosition } from '@/lib/cache/prefix-chain.ts';
import { applyFix, type Fix } from '@/lib/document/fix.ts';
import { canBeMarked } from '@/lib/request/automatic-mark.ts';
import type { OriginSpan } from '@/lib/request/block-origin.ts';
import { flattenRequest, MAX_BREAKPOINTS } from '@/lib/request/flatten-request.ts';
import type { RequestBlock } from '@/lib/request/request-block.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';

/** The edit of the document that mends a finding; `undefined` where none is known, or it would change nothing. */
export function findingFix(finding: Finding, span: OriginSpan | undefined, analysis: Analysis): Fix | undefined {
  const fix = knownFix(finding, span, analysis);
  return fix && applyFix(analysis.document, fix) !== analysis.document ? fix : undefined;
}

function knownFix(finding: Finding, span: OriginSpan | undefined, analysis: Analysis): Fix | undefined {
  const { document, built, chain } = analysis;
  switch (finding.code) {
    case 'CL101':
    case 'CL102':
    case 'CL103':
    case 'CL104':
    case 'CL105':
    case 'CL106':
    case 'CL107':
    case 'CL108':
      return movedFix(finding, span, analysis);
    case 'CL109':
      return { type: 'sort-tools' };
    case 'CL110':
      return {
        type: 'defer-tools',
        tools: document.tools.flatMap(({ id, server }) => (server === undefined ? [] : [id])),
      };
    case 'CL111':
    case 'CL112': {
      const block = built.blocks.find(({ path }) => path === finding.path);
      return block && unmarked(block);
    }
    case 'CL113':
      return { type: 'pin-ttl', ttl: '1h' };
    case 'CL114':
      return markWithin(analysis, lastWritten(chain, built.request.messages), LOOKBACK_POSITIONS);
    case 'CL115':
      return { type: 'drop-header' };
    case 'CL116':
      return span?.source.type === 'memory-file' ? { type: 'cut-memory-file', path: span.source.path } : undefined;
    case 'CL117': {
      const first = chain.positions.find(({ path }) => path === finding.path);
      return markWithin(analysis, first, MANY_BLOCKS);
    }
  }
}

/** A mark that stands on no block of its own is that of automatic caching. */
const unmarked = ({ id, breakpoint }: RequestBlock): Fix =>
  breakpoint && breakpoint.by !== 'automatic' ? { type: 'mark', block: id, mark: 'none' } : { type: 'automatic-off' };

/** What changes goes behind what stays; where its place is not the user's to choose, the value itself goes. */
function movedFix(
  { code, path, start, end }: Finding,
  span: OriginSpan | undefined,
  analysis: Analysis,
): Fix | undefined {
  const { document, built } = analysis;
  const source = span?.source;
  switch (source?.type) {
    case 'git-status':
      return { type: 'drop-git-status' };
    case 'user-context':
      return code === 'CL102' ? { type: 'drop-date' } : undefined;
    case 'section': {
      const isStatic = document.sections.findIndex(({ id }) => id === source.id) < document.boundary;
      if (code === 'CL107' || !isStatic) return { type: 'move-last', section: source.id };
      return { type: 'move-behind-boundary', section: source.id };
    }
    case 'tool':
    case 'memory-file':
    case 'prompt': {
      const words = built.blocks.find((block) => block.path === path)?.text.slice(start, end) ?? '';
      return { type: 'take-out', source, words };
    }
    default:
      return undefined;
  }
}

/** A further mark, as far behind a block as a reach goes, where there is one left; it lives as long as the next one. */
function markWithin(
  { document, built, chain }: Analysis,
  from: PrefixPosition | undefined,
  reach: number,
): Fix | undefined {
  const { positions } = chain;
  const marks = positions.filter(({ breakpoint }) => breakpoint);
  if (!from || !document.cache.enabled || marks.length >= MAX_BREAKPOINTS) return undefined;
  const markable = new Set(flattenRequest(built.request).flatMap((block) => (canBeMarked(block) ? [block.path] : [])));
  const target = positions.findLast(
    ({ slot, path }) => slot > from.slot && slot - from.slot < reach && markable.has(path),
  );
  const block = target && built.blocks.find(({ path }) => path === target.path);
  const next = target && marks.find(({ slot }) => slot >= target.slot);
  return block && { type: 'mark', block: block.id, mark: next?.breakpoint ?? '5m', title: block.title };
}
