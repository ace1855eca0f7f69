import { describe, expect, it } from 'vitest';
import { truncateEntryPoint } from './truncate.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe('truncateEntryPoint', () => {
  it('MEM-22 leaves a text at both limits alone', () => {
    const text = `${Array.from({ length: 200 }, () => 'x'.repeat(124)).join('\n')}x`;
    expect(bytesOf(text)).toBe(25_000);
    expect(truncateEntryPoint(text)).toEqual({ kept: text });
  });

  it('MEM-22 cuts at 200 lines and names the limit', () => {
    const lines = Array.from({ length: 201 }, (_, index) => `line ${index}`);
    const { kept, warning } = truncateEntryPoint(lines.join('\n'));
    expect(kept).toBe(lines.slice(0, 200).join('\n'));
    expect(warning).toContain('200 lines (it has 201)');
    expect(warning).not.toContain('bytes');
  });

  it('MEM-22 cuts at the last line end within 25,000 bytes', () => {
    const line = 'é'.repeat(499);
    const { kept, warning } = truncateEntryPoint(Array.from({ length: 26 }, () => line).join('\n'));
    expect(kept).toBe(Array.from({ length: 25 }, () => line).join('\n'));
    expect(warning).toContain('25,000 bytes');
    expect(warning).not.toContain('lines (');
  });

  it('MEM-22 keeps a line that ends exactly at the limit', () => {
    const kept = `head\n${'x'.repeat(24_995)}`;
    expect(truncateEntryPoint(`${kept}\nmore`).kept).toBe(kept);
    expect(truncateEntryPoint(`${kept}x\nmore`).kept).toBe('head');
  });

  it('MEM-22 names both limits when both cut', () => {
    const { kept, warning } = truncateEntryPoint(Array.from({ length: 300 }, () => 'x'.repeat(199)).join('\n'));
    expect(kept.split('\n')).toHaveLength(125);
    expect(warning).toMatch(/200 lines.* and at 25,000 bytes/);
  });

  it('MEM-22 cuts a single long line between characters', () => {
    expect(truncateEntryPoint(`x${'€'.repeat(9_000)}`).kept).toBe(`x${'€'.repeat(8_333)}`);
    expect(truncateEntryPoint(`x${'😀'.repeat(9_000)}`).kept).toBe(`x${'😀'.repeat(6_249)}`);
  });
});
