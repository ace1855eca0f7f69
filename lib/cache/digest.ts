import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { LEAST_CHUNK, splitChunks } from '@/lib/tokens/chunk.ts';
import { createChunkCache } from '@/lib/tokens/chunk-cache.ts';

/** A collision-resistant digest of a text as hex; servers hand in a native one, the rules are the same. */
export type Digest = (text: string) => string;

const utf8 = new TextEncoder();

/** SHA-256 in plain JavaScript, for where no synchronous native one exists. */
export const sha256Hex: Digest = (text) => bytesToHex(sha256(utf8.encode(text)));

/** So many digests are hashed together. */
const FAN_OUT = 16;

/**
 * A digest of a text by its paragraphs, each hashed once, and of theirs in groups, as a tree: after an edit only the changed paragraph
 * and the groups above it are hashed again; what is shorter than a paragraph is not worth remembering. Its values are not those of
 * `digest`, but as telling: never mix the two. Whole texts are remembered where they stand, in the links of a chain.
 */
export function memoDigest(digest: Digest, maxCachedCharacters = 8_000_000): Digest {
  const known = createChunkCache(digest, maxCachedCharacters);
  const together = (digests: readonly string[]): string => {
    if (digests.length <= FAN_OUT) return known(`${digests.length} digests\n${digests.join('')}`);
    const groups = Math.ceil(digests.length / FAN_OUT);
    return together(
      Array.from({ length: groups }, (_, group) => together(digests.slice(group * FAN_OUT, (group + 1) * FAN_OUT))),
    );
  };
  return (text) => {
    if (text.length < LEAST_CHUNK) return digest(text);
    const chunks = splitChunks(text);
    return chunks.length < 2 ? digest(text) : together(chunks.map(known));
  };
}
