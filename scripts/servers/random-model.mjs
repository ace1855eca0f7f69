import { readFileSync, writeFileSync } from 'node:fs';

/** GGUF's names for the types of values, and of tensors. */
const UINT32 = 4;
const FLOAT32 = 6;
const STRING = 8;
const ARRAY = 9;
const SIZES = { 0: 1, 1: 1, 2: 2, 3: 2, [UINT32]: 4, 5: 4, [FLOAT32]: 4, 7: 1, 10: 8, 11: 8, 12: 8 };
const F32 = 0;
const F16 = 1;
const ALIGNMENT = 32;

const WIDTH = 64;
const LAYERS = 2;
const HEADS = 4;
const INNER = 128;
const CONTEXT = 65_536;

/**
 * Writes a small model of random weights for llama.cpp: two layers of the llama architecture over the vocabulary of the GGUF file
 * `vocabulary`. Its answers are noise; what its server caches, and reports of it, is real. The same file comes out every time.
 */
export function writeRandomModel(vocabulary, target) {
  const { entries, tokens } = tokenizerOf(readFileSync(vocabulary));
  const values = [
    text('general.architecture', 'llama'),
    text('general.name', 'strata-random'),
    whole('llama.context_length', CONTEXT),
    whole('llama.embedding_length', WIDTH),
    whole('llama.block_count', LAYERS),
    whole('llama.feed_forward_length', INNER),
    whole('llama.attention.head_count', HEADS),
    whole('llama.attention.head_count_kv', HEADS),
    whole('llama.rope.dimension_count', WIDTH / HEADS),
    whole('llama.vocab_size', tokens),
    float('llama.attention.layer_norm_rms_epsilon', 1e-5),
    ...entries,
  ];
  const tensors = tensorsOf(tokens);
  let offset = 0;
  const infos = tensors.map(({ name, shape, type, data }) => {
    const at = offset;
    offset += padded(data.length);
    return Buffer.concat([string(name), u32(shape.length), ...shape.map(u64), u32(type), u64(at)]);
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(3),
    u64(tensors.length),
    u64(values.length),
    ...values,
    ...infos,
  ]);
  writeFileSync(target, Buffer.concat([filled(head), ...tensors.map(({ data }) => filled(data))]));
}

function tensorsOf(tokens) {
  const random = generator(20_261_121);
  const matrix = (name, columns, rows, type = F32) => {
    const scale = 1 / Math.sqrt(columns);
    const numbers = Array.from({ length: columns * rows }, () => (random() * 2 - 1) * scale * 1.7);
    return { name, shape: [columns, rows], type, data: type === F16 ? halves(numbers) : floats(numbers) };
  };
  const norm = (name) => ({ name, shape: [WIDTH], type: F32, data: floats(new Array(WIDTH).fill(1)) });
  const layers = Array.from({ length: LAYERS }, (_, index) => `blk.${index}`).flatMap((layer) => [
    norm(`${layer}.attn_norm.weight`),
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((part) => matrix(`${layer}.${part}.weight`, WIDTH, WIDTH)),
    norm(`${layer}.ffn_norm.weight`),
    matrix(`${layer}.ffn_gate.weight`, WIDTH, INNER),
    matrix(`${layer}.ffn_up.weight`, WIDTH, INNER),
    matrix(`${layer}.ffn_down.weight`, INNER, WIDTH),
  ]);
  // Without weights of its own, the output uses those of the tokens.
  return [matrix('token_embd.weight', WIDTH, tokens, F16), norm('output_norm.weight'), ...layers];
}

/** The entries of a vocabulary file that describe its tokenizer, byte for byte, and how many tokens it has. */
function tokenizerOf(file) {
  if (file.toString('latin1', 0, 4) !== 'GGUF') throw new Error('The vocabulary is not a GGUF file.');
  const count = Number(file.readBigUInt64LE(16));
  let at = 24;
  let tokens = 0;
  const entries = [];
  const lengthAt = (place) => Number(file.readBigUInt64LE(place));
  for (let entry = 0; entry < count; entry += 1) {
    const start = at;
    const key = file.toString('utf8', at + 8, at + 8 + lengthAt(at));
    at += 8 + lengthAt(at);
    const type = file.readUInt32LE(at);
    at += 4;
    if (type === STRING) at += 8 + lengthAt(at);
    else if (type === ARRAY) {
      const inner = file.readUInt32LE(at);
      const length = lengthAt(at + 4);
      at += 12;
      if (key === 'tokenizer.ggml.tokens') tokens = length;
      for (let item = 0; item < length; item += 1) at += inner === STRING ? 8 + lengthAt(at) : SIZES[inner];
    } else at += SIZES[type];
    if (key.startsWith('tokenizer.')) entries.push(file.subarray(start, at));
  }
  return { entries, tokens };
}

/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const floats = (numbers) => Buffer.from(new Float32Array(numbers).buffer);

/** Half precision, rounded down; these numbers are small and normal. */
function halves(numbers) {
  const bits = new Uint32Array(new Float32Array(numbers).buffer);
  const out = new Uint16Array(bits.length);
  for (const [index, each] of bits.entries()) {
    const exponent = ((each >>> 23) & 0xff) - 112;
    out[index] = ((each >>> 16) & 0x8000) | (exponent <= 0 ? 0 : (exponent << 10) | ((each >>> 13) & 0x3ff));
  }
  return Buffer.from(out.buffer);
}

const u32 = (value) => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
};
const u64 = (value) => {
  const out = Buffer.alloc(8);
  out.writeBigUInt64LE(BigInt(value));
  return out;
};
const string = (value) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
const text = (key, value) => Buffer.concat([string(key), u32(STRING), string(value)]);
const whole = (key, value) => Buffer.concat([string(key), u32(UINT32), u32(value)]);
const float = (key, value) => Buffer.concat([string(key), u32(FLOAT32), floats([value])]);
const padded = (length) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
const filled = (data) => Buffer.concat([data, Buffer.alloc(padded(data.length) - data.length)]);
