import { describe, expect, it } from 'vitest';
import { changeMemoryFile, changeServer, changeTool, changeTurn } from './edit-lists.ts';
import { moveMemoryFile } from './edit-memory-paths.ts';
import { PRESETS } from './presets.ts';

const { document } = PRESETS[0];
const [FILE = { path: '', text: '' }, OTHER = FILE] = document.memoryFiles;

/** Everything of a document but one list, to be found unchanged. */
const without = (list: 'tools' | 'mcpServers' | 'conversation' | 'memoryFiles', each = document) => ({
  ...each,
  [list]: [],
});

describe('edits of lists', () => {
  it('EDIT-1 change what they name, and leave every other value the very same', () => {
    const changed = changeTool(document, 'edit', { enabled: false });
    expect(changed.tools.find(({ id }) => id === 'edit')).toEqual({
      ...document.tools.find(({ id }) => id === 'edit'),
      enabled: false,
    });
    const others = changed.tools.filter(({ id }) => id !== 'edit');
    for (const tool of others) expect(document.tools).toContain(tool);
    expect(changed.tools.map(({ id }) => id)).toEqual(document.tools.map(({ id }) => id));
    expect(without('tools', changed)).toEqual(without('tools'));
  });

  it('EDIT-1 reach servers and turns in the same way', () => {
    const [server] = document.mcpServers;
    const [turn] = document.conversation;
    const connected = changeServer(document, server?.id ?? '', { connected: !server?.connected });
    expect(connected.mcpServers[0]).toEqual({ ...server, connected: !server?.connected });
    expect(without('mcpServers', connected)).toEqual(without('mcpServers'));
    const said = changeTurn(document, turn?.id ?? '', { text: 'Hi' });
    expect(said.conversation[0]).toEqual({ ...turn, text: 'Hi' });
    expect(said.conversation.slice(1)).toEqual(document.conversation.slice(1));
  });

  it('EDIT-1 change nothing when they name what is not there', () => {
    for (const changed of [
      changeTool(document, 'nowhere', { enabled: false }),
      changeServer(document, 'nowhere', { instructions: 'x' }),
      changeTurn(document, 'nowhere', { text: 'x' }),
      changeMemoryFile(document, '/nowhere', 'x'),
      moveMemoryFile(document, '/nowhere', '/somewhere'),
    ])
      expect(changed).toBe(document);
  });
});

describe('edits of memory files', () => {
  it('EDIT-1 change a text in its place', () => {
    const changed = changeMemoryFile(document, FILE.path, 'New');
    expect(changed.memoryFiles[0]).toEqual({ path: FILE.path, text: 'New' });
    expect(changed.memoryFiles.slice(1)).toEqual(document.memoryFiles.slice(1));
  });

  it('EDIT-2 move a file to a free absolute path', () => {
    const moved = moveMemoryFile(document, FILE.path, '/home/dev/MOVED.md');
    expect(moved.memoryFiles[0]).toEqual({ path: '/home/dev/MOVED.md', text: FILE.text });
    expect(moved.memoryFiles.slice(1)).toEqual(document.memoryFiles.slice(1));
  });

  it('EDIT-2 never move one onto another, or to a path that is not absolute', () => {
    expect(moveMemoryFile(document, FILE.path, OTHER.path)).toBe(document);
    expect(moveMemoryFile(document, FILE.path, FILE.path)).toBe(document);
    expect(moveMemoryFile(document, FILE.path, 'notes.md')).toBe(document);
  });
});
