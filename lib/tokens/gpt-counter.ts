import o200kRanks from 'gpt-tokenizer/bpeRanks/o200k_base';
import { CL100K_TOKEN_SPLIT_REGEX, O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';
import { createTokenTable, type FindToken } from './token-table.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** A byte-pair vocabulary: `splitter` cuts a text into pieces; `names` are the tokens' UTF-8 bytes by id, '' where there is none. */
export interface Vocabulary {
  readonly splitter: RegExp;
  readonly names: readonly string[];
  readonly find: FindToken;
}

let o200k: Vocabulary | undefined;

/** The vocabulary of OpenAI's current models, built on first use (about 70 ms). Costs 1 MB to download: only in a worker. */
export function o200kVocabulary(): Vocabulary {
  o200k ??= buildVocabulary(o200kRanks, O200K_TOKEN_SPLIT_REGEX);
  return o200k;
}

/** The vocabulary of OpenAI's models before 2024, fetched on demand. */
export async function loadCl100kVocabulary(): Promise<Vocabulary> {
  const { default: ranks } = await import('gpt-tokenizer/bpeRanks/cl100k_base');
  return buildVocabulary(ranks, CL100K_TOKEN_SPLIT_REGEX);
}

function buildVocabulary(ranks: readonly (string | readonly number[] | undefined)[], splitter: RegExp): Vocabulary {
  const names = Array.from(ranks, (token) => {
    if (token === undefined) return '';
    return typeof token === 'string' ? utf8Bytes(token) : String.fromCharCode(...token);
  });
  return { splitter, names, find: createTokenTable(names) };
}
