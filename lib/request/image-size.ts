import { rememberEach } from '@/lib/remember.ts';
import { plainPicture } from './plain-picture.ts';

/** A picture's size in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** How much of a file is looked at: a JPEG may carry a thumbnail before its size. Base64 characters. */
const HEAD_CHARACTERS = 160_000;

/** The size of a picture given by value (`source` of an image block), from its file's head; `undefined` where it cannot be read. */
export const imageSize = rememberEach((source: object): ImageSize | undefined => {
  const data = 'data' in source && typeof source.data === 'string' ? source.data : undefined;
  const bytes = data === undefined ? undefined : headBytes(data);
  if (!bytes) return undefined;
  const size = pngSize(bytes) ?? gifSize(bytes) ?? webpSize(bytes) ?? jpegSize(bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
});

/** The `source` of a plain white picture of a size: what stands for a picture that is only sketched. */
export function plainSource({ width, height }: ImageSize): { type: 'base64'; media_type: 'image/png'; data: string } {
  return { type: 'base64', media_type: 'image/png', data: plainPicture(width, height) };
}

function headBytes(base64: string): Uint8Array | undefined {
  const head = base64.slice(0, HEAD_CHARACTERS - (HEAD_CHARACTERS % 4));
  try {
    return Uint8Array.from(atob(head), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.slice(from, to));
const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;
const big = (bytes: Uint8Array, index: number): number => at(bytes, index) * 256 + at(bytes, index + 1);
const little = (bytes: Uint8Array, index: number): number => at(bytes, index) + at(bytes, index + 1) * 256;

function pngSize(bytes: Uint8Array): ImageSize | undefined {
  if (ascii(bytes, 1, 4) !== 'PNG') return undefined;
  return { width: big(bytes, 16) * 65_536 + big(bytes, 18), height: big(bytes, 20) * 65_536 + big(bytes, 22) };
}

function gifSize(bytes: Uint8Array): ImageSize | undefined {
  return ascii(bytes, 0, 4) === 'GIF8' ? { width: little(bytes, 6), height: little(bytes, 8) } : undefined;
}

/** The three forms of WebP: lossy, lossless, extended. */
function webpSize(bytes: Uint8Array): ImageSize | undefined {
  if (ascii(bytes, 8, 12) !== 'WEBP') return undefined;
  const form = ascii(bytes, 12, 16);
  if (form === 'VP8 ') return { width: little(bytes, 26) & 0x3fff, height: little(bytes, 28) & 0x3fff };
  if (form === 'VP8X')
    return {
      width: little(bytes, 24) + at(bytes, 26) * 65_536 + 1,
      height: little(bytes, 27) + at(bytes, 29) * 65_536 + 1,
    };
  if (form !== 'VP8L') return undefined;
  const bits = little(bytes, 21) + little(bytes, 23) * 65_536;
  return { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 0x4000) & 0x3fff) + 1 };
}

/** Segments up to the first frame header (SOF), which holds the size. */
function jpegSize(bytes: Uint8Array): ImageSize | undefined {
  if (big(bytes, 0) !== 0xffd8) return undefined;
  let index = 2;
  while (index + 9 < bytes.length && at(bytes, index) === 0xff) {
    const marker = at(bytes, index + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: big(bytes, index + 5), width: big(bytes, index + 7) };
    index += 2 + big(bytes, index + 2);
  }
  return undefined;
}
