import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { splitChunks } from '@/lib/tokens/chunk.ts';
import { createChunkCache } from '@/lib/tokens/chunk-cache.ts';

/** A collision-resistant digest of a text as hex; servers hand in a native one, the rules are the same. */
export type Digest = (text: string) => string;

/** SHA-256 in plain JavaScript, for where no synchronous native one exists. */
export const sha256Hex: Digest = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * A digest of a text by its paragraphs, each hashed once: after an edit only the changed paragraph is hashed again. Its values are
 * not those of `digest`, but as telling: never mix the two.
 */
export function memoDigest(digest: Digest, maxCachedCharacters = 8_000_000): Digest {
  const ofChunk = createChunkCache(digest, maxCachedCharacters);
  return createChunkCache((text) => {
    const chunks = splitChunks(text);
    return chunks.length < 2 ? digest(text) : digest(`${chunks.length} chunks\n${chunks.map(ofChunk).join('')}`);
  }, maxCachedCharacters);
}
