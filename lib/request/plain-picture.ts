const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** One bit a pixel, no colours, no interlacing. */
const BIT_DEPTH_AND_REST = [1, 0, 0, 0, 0];

/** A plain black PNG of a size in pixels, in base64: some hundred bytes, and the same ones for the same size. */
export function plainPicture(width: number, height: number): string {
  const length = height * (1 + Math.ceil(width / 8));
  const file = [
    ...SIGNATURE,
    ...chunk('IHDR', [...uint32(width), ...uint32(height), ...BIT_DEPTH_AND_REST]),
    ...chunk('IDAT', zeros(length)),
    ...chunk('IEND', []),
  ];
  return btoa(file.map((byte) => String.fromCharCode(byte)).join(''));
}

const uint32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...Array.from(name, (char) => char.charCodeAt(0)), ...data];
  return [...uint32(data.length), ...body, ...uint32(checksum(body))];
}

/** So many zero bytes as a zlib stream: one literal, then copies of it, in deflate's fixed code (RFC 1950, 1951). */
function zeros(length: number): number[] {
  const bits: number[] = [];
  const write = (code: number, size: number) => {
    for (let bit = size - 1; bit >= 0; bit -= 1) bits.push((code >>> bit) & 1);
  };
  const literal = () => write(0x30, 8);
  bits.push(1, 1, 0);
  literal();
  let left = length - 1;
  for (; left >= LONGEST_COPY; left -= LONGEST_COPY) write(COPY_LONGEST << DISTANCE_BITS, 8 + DISTANCE_BITS);
  for (; left > 0; left -= 1) literal();
  write(0, 7);
  const packed: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    packed.push(bits.slice(at, at + 8).reduce((byte, bit, index) => byte | (bit << index), 0));
  }
  // Adler-32 of zeros: the first sum stays 1, the second counts the bytes.
  return [0x78, 0x01, ...packed, ...uint32((length % 65_521) * 65_536 + 1)];
}

const LONGEST_COPY = 258;
const COPY_LONGEST = 0xc5;
const DISTANCE_BITS = 5;

/** CRC-32. */
function checksum(bytes: readonly number[]): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
