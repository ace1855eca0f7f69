import type { Document } from '@/lib/document/document.ts';
import { type BlockSource, type Layer, type Span, sourceKey } from '@/lib/prompt/block.ts';
import type { AnalysedBlock } from '@/lib/store/analysis/analysis.ts';
import { sourceSelection } from '@/lib/store/analysis/selection-source.ts';
import { sourceTitle } from '@/lib/store/analysis/source-title.ts';
import type { Selection } from '@/lib/store/selection.ts';

/** Some characters of a block in a row that came from one source. */
export interface Stretch {
  /** Unique within its block. */
  readonly id: string;
  readonly sourceKey: string;
  readonly title: string;
  readonly layer: Layer;
  readonly tokens: number;
  readonly pieces: readonly StretchPiece[];
  /** Where it is edited; `undefined` for what has no editor. */
  readonly selection: Selection | undefined;
  /** Who writes what has no editor. */
  readonly author: string;
}

/** Text as sent; `isFilled` where a template name stood. */
export interface StretchPiece {
  readonly id: number;
  readonly text: string;
  readonly isFilled: boolean;
}

/** A block by where its characters came from, in order. Blank lines between sources belong to neither. */
export function blockStretches(block: AnalysedBlock, document: Document): Stretch[] {
  if (block.level === 'tools') return [toolStretch(block, document)];
  const groups: Span[][] = [];
  for (const span of block.spans) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && sourceKey(last.source) === sourceKey(span.source)) group.push(span);
    else groups.push([span]);
  }
  return groups.flatMap((spans, index): Stretch[] => {
    const [first] = spans;
    if (!first) return [];
    const template = first.source.type === 'section' ? textOfSection(document, first.source.id) : undefined;
    return [
      {
        id: `${index} ${sourceKey(first.source)}`,
        sourceKey: sourceKey(first.source),
        title: sourceTitle(first.source, document),
        layer: first.layer,
        tokens: block.sources[index]?.tokens ?? 0,
        selection: sourceSelection(first.source),
        author: AUTHORS[first.source.type] ?? 'written by the client',
        pieces: spans.map((span) => ({
          id: span.start,
          text: block.text.slice(span.start, span.end),
          isFilled: template?.startsWith('{{', span.sourceStart) ?? false,
        })),
      },
    ];
  });
}

const AUTHORS: Readonly<Partial<Record<BlockSource['type'], string>>> = {
  draft: 'typed under Send',
  'mcp-announcement': 'what the MCP servers say',
};

const textOfSection = ({ sections }: Document, id: string) => sections.find((each) => each.id === id)?.text;

/** A tool as a person reads it: what it is for, then the schema; the bytes are in the request's JSON. */
function toolStretch(block: AnalysedBlock, document: Document): Stretch {
  const {
    description,
    input_schema: schema,
    ...rest
  } = JSON.parse(block.text) as {
    description?: string;
    input_schema?: object;
  };
  const words = [description ?? '', JSON.stringify(schema ?? rest, null, 2)].filter((part) => part !== '');
  const source = { type: 'tool', id: block.id.replace(/^tool:/, '') } as const;
  return {
    id: block.id,
    sourceKey: sourceKey(source),
    title: sourceTitle(source, document),
    layer: 'tools',
    tokens: block.count.tokens,
    selection: source,
    author: '',
    pieces: [{ id: 0, text: words.join('\n\n'), isFilled: false }],
  };
}

/** The first `limit` characters of stretches; `left` counts those that are cut off. */
export function cutStretches(
  stretches: readonly Stretch[],
  limit: number,
): { readonly stretches: readonly Stretch[]; readonly left: number } {
  let room = limit;
  let left = 0;
  const kept = stretches.flatMap((stretch) => {
    const pieces = stretch.pieces.flatMap((piece) => {
      const text = piece.text.slice(0, Math.max(0, room));
      room -= text.length;
      left += piece.text.length - text.length;
      return text === '' ? [] : [{ ...piece, text }];
    });
    return pieces.length === 0 ? [] : [{ ...stretch, pieces }];
  });
  return { stretches: kept, left };
}

/** The id of a source's element in the assembled view. */
export const stretchId = (sourceKey: string): string => `assembled ${sourceKey}`;
