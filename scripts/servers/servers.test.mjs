import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { healthy, run, start } from './child.mjs';
import { writeRandomModel } from './random-model.mjs';

const folder = mkdtempSync(join(tmpdir(), 'strata-servers-'));
const log = join(folder, 'log');
afterAll(() => rmSync(folder, { recursive: true }));

const node = (code) => [process.execPath, ['-e', code], { log }];

describe('programs that are started for tests', () => {
  it('BACK-42: tells why one did not come to a good end, within its time', async () => {
    expect(await run(...node(''), 10)).toBeUndefined();
    expect(await run(...node('process.exit(3)'), 10)).toContain('ended with 3');
    expect(await run('no-such-program', [], { log }, 10)).toBe('no-such-program is not installed');
    expect(await run(...node('setInterval(() => {}, 1000)'), 0.3)).toContain('took more than 0.3 s');
  });

  it('BACK-42: a server that ends, or does not answer, is told as such and leaves nothing behind', async () => {
    const dead = start(...node('process.exit(1)'));
    expect(await healthy('http://127.0.0.1:9/', dead, log, 20)).toContain('ended with 1');
    const mute = start(...node('setInterval(() => {}, 1000)'));
    expect(await healthy('http://127.0.0.1:9/', mute, log, 0.3)).toContain('did not become healthy');
    await mute.stop();
    expect(await mute.ended).toBe('SIGTERM');
  });
});

describe('the model of random weights', () => {
  const u32 = (value) => Buffer.from(new Uint32Array([value]).buffer);
  const u64 = (value) => Buffer.from(new BigUint64Array([BigInt(value)]).buffer);
  const string = (value) => Buffer.concat([u64(value.length), Buffer.from(value)]);
  const vocabulary = join(folder, 'vocabulary.gguf');
  const tokens = ['a', 'b', 'c'];
  const entries = [
    Buffer.concat([string('general.architecture'), u32(8), string('gpt2')]),
    Buffer.concat([string('tokenizer.ggml.tokens'), u32(9), u32(8), u64(tokens.length), ...tokens.map(string)]),
    Buffer.concat([string('tokenizer.ggml.eos_token_id'), u32(4), u32(2)]),
  ];
  writeFileSync(vocabulary, Buffer.concat([Buffer.from('GGUF'), u32(3), u64(0), u64(entries.length), ...entries]));

  it('BACK-42: takes the tokenizer over byte for byte, is of the llama architecture, and the same every time', () => {
    const [first, second] = ['first.gguf', 'second.gguf'].map((name) => join(folder, name));
    writeRandomModel(vocabulary, first);
    writeRandomModel(vocabulary, second);
    const file = readFileSync(first);
    expect(file.equals(readFileSync(second))).toBe(true);
    expect(file.subarray(0, 4).toString()).toBe('GGUF');
    expect(file.includes(entries[1])).toBe(true);
    expect(file.includes(entries[2])).toBe(true);
    expect(file.includes('gpt2')).toBe(false);
    expect(file.includes('blk.1.ffn_down.weight')).toBe(true);
  });

  it('BACK-42: refuses what is no vocabulary', () => {
    writeFileSync(vocabulary.replace('vocabulary', 'other'), 'hello');
    expect(() => writeRandomModel(join(folder, 'other.gguf'), join(folder, 'x.gguf'))).toThrow('not a GGUF file');
  });
});
