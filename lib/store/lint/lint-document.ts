import type { CacheRules } from '@/lib/cache/cache-rules.ts';
import type { Finding } from '@/lib/cache/lint/finding.ts';
import { lintRequest } from '@/lib/cache/lint/lint-request.ts';
import type { Document } from '@/lib/document/document.ts';
import type { Fix } from '@/lib/document/fix.ts';
import { discoverMemory } from '@/lib/memory/discover-memory.ts';
import { FLAGS } from '@/lib/prompt/flag.ts';
import { memorySettings } from '@/lib/prompt/memory-settings.ts';
import { type BlockOrigin, blockOrigin, type OriginSpan } from '@/lib/request/block-origin.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { sourceTitle } from '@/lib/store/analysis/source-title.ts';
import { findingFix } from './finding-fix.ts';

/** A finding at what a person edits, and the edit that mends it, if one does. */
export interface DocumentFinding extends Finding {
  /** The section, tool or file; `undefined` for a whole block. */
  readonly span: OriginSpan | undefined;
  /** What a person calls the place. */
  readonly place: string;
  readonly fix: Fix | undefined;
}

/** Everything that is found in the request as it would be sent and in the document behind it, in prefix order; pure. */
export function lintDocument(analysis: Analysis, rules: CacheRules): DocumentFinding[] {
  const { document, built, chain, prompt } = analysis;
  const titleOf = (source: Parameters<typeof sourceTitle>[0]) => sourceTitle(source, document);
  const origins = new Map(built.blocks.map((block) => [block.path, blockOrigin(block, titleOf)]));
  const sent = (id: string) => prompt.sectionValues.get(id)?.type === 'text';
  const found = [
    ...lintRequest(built.request, { chain, rules, today: document.environment.today }),
    ...sectionFindings(document, sent, [...origins.values()]),
    ...cutFiles(document, [...origins.values()]),
  ];
  const seen = new Set<string>();
  return found.flatMap((finding) => {
    const origin = origins.get(finding.path);
    const span = spanAt(origin, finding);
    // A memory file that was cut is found by its name; the words in the request say the same.
    if (finding.code === 'CL116' && span?.source.type !== 'memory-file') return [];
    const key = [finding.code, finding.path, span?.key, finding.start].join();
    if (seen.has(key)) return [];
    seen.add(key);
    const fix = findingFix(finding, span, analysis);
    const place = span?.title ?? origin?.title ?? 'The request';
    return [{ ...finding, span, place, fix }];
  });
}

const ABOUT_MARKS = new Set<Finding['code']>(['CL111', 'CL112', 'CL113', 'CL114', 'CL117']);

function spanAt(origin: BlockOrigin | undefined, { code, start }: Finding): OriginSpan | undefined {
  return ABOUT_MARKS.has(code) ? undefined : origin?.spans.findLast((span) => span.start <= start);
}

/** Sections by their place: volatile ones in front of stable ones, run-time flags in front of the boundary. */
function sectionFindings(
  { sections, boundary, flags }: Document,
  isSent: (id: string) => boolean,
  origins: readonly BlockOrigin[],
): Finding[] {
  const placeOf = (id: string) => {
    for (const { path, spans } of origins) {
      const span = spans.find(({ key }) => key === `section:${id}`);
      if (span) return { path, start: span.start, end: span.end };
    }
    return undefined;
  };
  const sent = sections.filter(({ id }) => isSent(id));
  return sections.flatMap((section, index): Finding[] => {
    const place = placeOf(section.id);
    if (!place) return [];
    const behind = sent.slice(sent.indexOf(section) + 1).filter(({ kind }) => kind === 'memoised').length;
    const flagged =
      index < boundary && flags.global_cache_scope ? runTimeFlags(`${section.text} ${section.gates}`) : [];
    const sectionsBehind = behind === 1 ? 'One stable section stands' : `${behind} stable sections stand`;
    return [
      ...(section.kind === 'volatile' && behind > 0
        ? [{ code: 'CL107', message: `${sectionsBehind} behind ${section.title}.`, ...place } as const]
        : []),
      ...(flagged.length > 0
        ? [{ code: 'CL108', message: `${section.title} depends on ${flagged.join(', ')}.`, ...place } as const]
        : []),
    ];
  });
}

const RUN_TIME: ReadonlySet<string> = new Set(FLAGS.filter(({ kind }) => kind === 'run-time').map(({ id }) => id));

const runTimeFlags = (text: string): string[] => [
  ...new Set([...text.matchAll(/flags\.(\w+)/g)].flatMap(([, id = '']) => (RUN_TIME.has(id) ? [id] : []))),
];

/** Memory files whose limits cut them, by name. */
function cutFiles(document: Document, origins: readonly BlockOrigin[]): Finding[] {
  const { loaded } = discoverMemory(document.memoryFiles, memorySettings(document));
  return loaded.flatMap(({ path, warnings }) => {
    for (const origin of origins) {
      const span = origin.spans.find(({ key }) => key === `memory-file:${path}`);
      const [warning] = warnings;
      if (span && warning)
        return [{ code: 'CL116', path: origin.path, start: span.start, end: span.end, message: warning } as const];
    }
    return [];
  });
}
