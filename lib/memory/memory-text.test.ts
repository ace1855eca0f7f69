import { describe, expect, it } from 'vitest';
import type { LoadedMemoryFile, MemoryKind } from './memory-file.ts';
import { formatMemory } from './memory-text.ts';

const file = (path: string, kind: MemoryKind, text: string): LoadedMemoryFile => ({
  path,
  kind,
  text,
  reason: '',
  warnings: [],
});

describe('formatMemory', () => {
  it('MEM-25 puts a block per file under a sentence, with blank lines between', () => {
    const { text } = formatMemory([
      file('/a/CLAUDE.md', 'project', 'One.'),
      file('/a/CLAUDE.local.md', 'local', 'Two.'),
    ]);
    const [opening, ...blocks] = text.split('\n\n');
    expect(opening).toMatch(/override your default behaviour/);
    expect(blocks).toEqual([
      'Contents of /a/CLAUDE.md (project instructions, checked in):',
      'One.',
      expect.stringMatching(/^Contents of \/a\/CLAUDE\.local\.md \(.*private.*\):$/),
      'Two.',
    ]);
  });

  it('MEM-25 names each kind differently', () => {
    const kinds: MemoryKind[] = ['managed', 'user', 'project', 'local', 'auto', 'team'];
    const labels = kinds.map((kind) => /\((.*)\):/.exec(formatMemory([file('/x', kind, '')]).text)?.[1]);
    expect(new Set(labels).size).toBe(kinds.length);
  });

  it('MEM-25 is empty without files', () => expect(formatMemory([])).toEqual({ text: '', spans: [] }));

  it('MEM-26 spans reach from the heading to the end of the file', () => {
    const files = [file('/a', 'user', 'One 😀.\n\nMore.'), file('/b', 'auto', 'Two.')];
    const { text, spans } = formatMemory(files);
    expect(spans.map(({ path }) => path)).toEqual(['/a', '/b']);
    for (const [index, { path, start, end }] of spans.entries()) {
      const block = text.slice(start, end);
      expect(block.startsWith(`Contents of ${path} (`)).toBe(true);
      expect(block.endsWith(`:\n\n${files[index]?.text}`)).toBe(true);
    }
    expect(text.slice(spans[0]?.end, spans[1]?.start)).toBe('\n\n');
    expect(spans.at(-1)?.end).toBe(text.length);
  });
});
