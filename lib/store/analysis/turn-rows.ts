import type { Document } from '@/lib/document/document.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { TurnBlock } from '@/lib/prompt/turn-block.ts';
import { blockOpening } from '@/lib/prompt/turn-text.ts';
import { turnBlockId } from '@/lib/request/turn-block-id.ts';
import { leastSure } from '@/lib/tokens/least-sure.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { AnalysedBlock, Analysis } from './analysis.ts';
import { faultText } from './fault-text.ts';

/** A turn of the conversation with its share of the request. */
export interface TurnRow {
  readonly turn: Turn;
  /** From 1. */
  readonly number: number;
  /** How it begins, on one line; empty for an empty turn. */
  readonly opening: string;
  readonly tokens: number | undefined;
  readonly method: TokenCount['method'] | undefined;
  readonly fault: string | undefined;
  /** Empty for a turn that is one text. */
  readonly blocks: readonly BlockRow[];
}

/** A block of a turn with its share of the request. */
export interface BlockRow {
  readonly block: TurnBlock;
  readonly opening: string;
  readonly tokens: number | undefined;
  readonly method: TokenCount['method'] | undefined;
  readonly fault: string | undefined;
}

export function turnRows(
  { conversation }: Pick<Document, 'conversation'>,
  analysis: Pick<Analysis, 'blocks'> | undefined,
): TurnRow[] {
  const sent = new Map(analysis?.blocks.map((block) => [block.id, block]));
  return conversation.map((turn, index): TurnRow => {
    const blocks = (turn.blocks ?? []).map((block): BlockRow => {
      const own = sent.get(turnBlockId(turn.id, block.id));
      return { block, opening: blockOpening(block), ...figures(own) };
    });
    const shared = { turn, number: index + 1, blocks };
    if (!turn.blocks)
      return {
        ...shared,
        opening: blockOpening({ id: '', type: 'text', text: turn.text }),
        ...figures(sent.get(`turn:${turn.id}`)),
      };
    const known = blocks.every(({ tokens }) => tokens !== undefined) ? blocks : undefined;
    return {
      ...shared,
      opening: (blocks.findLast(({ block }) => block.type === 'text') ?? blocks[0])?.opening ?? '',
      tokens: known?.reduce((sum, { tokens = 0 }) => sum + tokens, 0),
      method: known && leastSure(known.flatMap(({ method }) => method ?? [])),
      fault: blocks.find(({ fault }) => fault !== undefined)?.fault,
    };
  });
}

/** Do two rows show the same? */
export const isSameRow = (left: TurnRow, right: TurnRow): boolean =>
  left.turn === right.turn &&
  left.number === right.number &&
  isSameFigures(left, right) &&
  left.blocks.length === right.blocks.length &&
  left.blocks.every((block, index) => isSameFigures(block, right.blocks[index]));

const isSameFigures = (left: Figures, right: Figures | undefined): boolean =>
  left.tokens === right?.tokens && left.method === right?.method && left.fault === right?.fault;

type Figures = Pick<BlockRow, 'tokens' | 'method' | 'fault'>;

function figures(block: AnalysedBlock | undefined): Figures {
  const [fault] = block?.faults ?? [];
  return { tokens: block?.count.tokens, method: block?.count.method, fault: fault && faultText(fault) };
}
