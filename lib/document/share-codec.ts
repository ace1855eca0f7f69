import { deflateSync, Inflate } from 'fflate';
import { StrataError } from '@/lib/errors.ts';
import { fingerprint } from '@/lib/prompt/fingerprint.ts';
import { type Result, success } from '@/lib/result.ts';
import { applyDifference } from './apply-difference.ts';
import { bytesOfBase64, toBase64 } from './base64-url.ts';
import { differenceOf } from './difference.ts';
import { DOCUMENT_VERSION, type Document } from './document.ts';
import { linkBroken, linkNewer, linkTooLarge } from './link-failure.ts';
import { parseDocument } from './parse-document.ts';
import { shareDictionary } from './share-dictionary.ts';

/** The format of links: `v1.<preset>.<preset version>.<payload>.<checksum>`. Its dictionary is part of it. */
const CODEC_VERSION = 1;

/** Longer links are refused before they are looked at (UTF-16 units). */
export const MAX_LINK_LENGTH = 2_000_000;

/** What a link may inflate to, in bytes. */
const MAX_INFLATED_BYTES = 20_000_000;

const INFLATE_STEP = 4096;

/**
 * The fragment of a link that holds a document as its difference from `base`, the preset it started from. Only what the schema
 * names enters it; throws on what is no document. Lone surrogates survive: JSON escapes them.
 */
export function encodeShare(document: Document, base: Document): string {
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new StrataError(`Not a document (${parsed.failure.place}): ${parsed.failure.message}`);
  const { version, preset } = base;
  if (!/^[\w-]+$/.test(preset.id)) throw new StrataError(`A preset's id must be fit for a URL, not “${preset.id}”.`);
  const difference = differenceOf(base, parsed.value);
  const json = JSON.stringify(difference === undefined ? [version] : [version, difference]);
  const head = `v${CODEC_VERSION}.${preset.id}.${preset.version}`;
  const packed = deflateSync(new TextEncoder().encode(json), { level: 9, dictionary: shareDictionary(base) });
  return `${head}.${toBase64(packed)}.${checksum(head, json)}`;
}

/** The document in a link's fragment (`#` or not); every failure says in words what is wrong and what to do. */
export function decodeShare(
  fragment: string,
  findBase: (preset: Document['preset']) => Document | undefined,
): Result<Document> {
  const link = fragment.replace(/^#/, '');
  if (link.length > MAX_LINK_LENGTH) return linkTooLarge('It is longer than 2 MB.');
  const parts = /^(v[1-9]\d{0,5}\.([\w-]+)\.([1-9]\d{0,8}))\.([\w-]+)\.([0-9a-f]{6})$/.exec(link);
  const codec = Number(/^v([1-9]\d{0,5})\./.exec(link)?.[1]);
  if (codec > CODEC_VERSION)
    return linkNewer(`It has format v${codec}, and this Strata reads up to v${CODEC_VERSION}.`);
  const [, head = '', presetId = '', version = '', payload = '', sum] = parts ?? [];
  const packed = bytesOfBase64(payload);
  if (!parts || !packed) return linkBroken();
  const base = findBase({ id: presetId, version: Number(version) });
  if (!base)
    return linkNewer(`It starts from version ${version} of the preset “${presetId}”, which is not known here.`);
  const bytes = inflate(packed, shareDictionary(base));
  if (!bytes.ok) return bytes;
  const content = contentOf(bytes.value, (json) => checksum(head, json) === sum);
  return content ? documentOf(content, base) : linkBroken();
}

/** Raw inflate in small steps, stopped as soon as the result is too large, whatever a link claims to hold. */
function inflate(packed: Uint8Array, dictionary: Uint8Array): Result<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflating = new Inflate({ dictionary }, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += INFLATE_STEP) {
      inflating.push(packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= packed.length);
      if (length > MAX_INFLATED_BYTES) return linkTooLarge('Unpacked, it is larger than 20 MB.');
    }
  } catch {
    return linkBroken();
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return success(bytes);
}

/** What a link holds: the format of its document, and the difference; `undefined` for what was not made here. */
function contentOf(bytes: Uint8Array, isWhole: (json: string) => boolean): readonly unknown[] | undefined {
  try {
    const json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const content: unknown = isWhole(json) ? JSON.parse(json) : undefined;
    return Array.isArray(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Over the head too, so that a link does not open on another preset than it was made from. */
const checksum = (head: string, json: string): string => fingerprint(`${head}\n${json}`, 6);

/** What a link says, applied to its preset and read as any stored document is. */
function documentOf([version, difference]: readonly unknown[], base: Document): Result<Document> {
  if (Number(version) > DOCUMENT_VERSION) {
    return linkNewer(`Its document has format ${version}, and this Strata reads up to ${DOCUMENT_VERSION}.`);
  }
  if (version !== base.version) return linkBroken('The link was made for a document format that is no longer read.');
  const applied = applyDifference(base, difference);
  if (!applied.ok) return applied;
  const parsed = parseDocument(applied.value);
  if (parsed.ok) return parsed;
  const { code, message, place } = parsed.failure;
  if (code === 'document-newer') return linkNewer(message);
  return linkBroken(`The link holds a document that cannot be read. ${message}`, place);
}
