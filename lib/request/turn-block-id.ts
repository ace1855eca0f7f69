/** The id of the request block that a block of a turn becomes; the block of a turn without blocks is `turn:` and its id. */
export const turnBlockId = (turn: string, block: string): string => `turn:${turn}:${block}`;
