import type { CachePolicy } from '@/lib/cache/policy.ts';
import type { Document } from '@/lib/document/document.ts';
import type { AnalysedBlock, RibbonMark, RibbonPart, RibbonSegment } from './analysis.ts';
import { sourceTitle } from './source-title.ts';

/** The parts of all blocks from left to right, neighbours in one layer gathered into segments. Hidden tokens go to the first part. */
export function ribbonSegments(blocks: readonly AnalysedBlock[], document: Document): RibbonSegment[] {
  const segments: { layer: RibbonSegment['layer']; start: number; tokens: number; parts: RibbonPart[] }[] = [];
  let [at, index] = [0, 0];
  for (const block of blocks) {
    for (const { key, source, layer, tokens } of block.sources) {
      if (tokens === 0) continue;
      const title = sourceTitle(source, document);
      const part: RibbonPart = { key, source, layer, tokens, index, title, start: at, block };
      index += 1;
      const last = segments.at(-1);
      if (last?.layer === layer) {
        last.parts.push(part);
        last.tokens += tokens;
      } else segments.push({ layer, start: at, tokens, parts: [part] });
      at += tokens;
    }
  }
  return segments;
}

export function ribbonMarks(
  blocks: readonly AnalysedBlock[],
  minimumPrefixTokens: number,
  { ignoresMarks }: Pick<CachePolicy, 'ignoresMarks'>,
): RibbonMark[] {
  return blocks.flatMap(({ id, end, breakpoint }): RibbonMark[] => {
    if (!breakpoint || end === undefined) return [];
    const idle = ignoresMarks ? 'backend' : end < minimumPrefixTokens ? 'minimum' : undefined;
    return [{ at: end, ttl: breakpoint.ttl, blockId: id, idle }];
  });
}

/** How many tokens stand in front of the boundary: up to the last static source of the system prompt. */
export function boundaryAt(blocks: readonly AnalysedBlock[], document: Document): number | undefined {
  const isStatic = new Set(document.sections.slice(0, document.boundary).map(({ id }) => id));
  let at = 0;
  let found: number | undefined;
  let hasSections = false;
  for (const block of blocks) {
    for (const { source, tokens } of block.sources) {
      const isFront = block.level === 'tools' || source.type === 'identity' || source.type === 'header';
      if (source.type === 'section') hasSections = true;
      at += tokens;
      if (isFront || (source.type === 'section' && isStatic.has(source.id))) found = at;
    }
  }
  return hasSections ? (found ?? 0) : undefined;
}
