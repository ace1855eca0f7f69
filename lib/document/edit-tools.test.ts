import { describe, expect, it } from 'vitest';
import type { Tool } from '@/lib/prompt/tool.ts';
import type { Document } from './document.ts';
import {
  addServer,
  addTool,
  copyTool,
  newServerId,
  newToolId,
  removeServer,
  removeTool,
  sortTools,
  stepTool,
} from './edit-tools.ts';
import { parseDocument } from './parse-document.ts';
import { PRESETS } from './presets.ts';

const tool = (name: string): Tool => {
  const [server = '', own] = name.split(':');
  const shared = { id: name, description: name, inputSchema: '{"type":"object"}', enabled: true };
  return own === undefined ? { ...shared, name } : { ...shared, name: own, server };
};
const of = (...names: string[]): Document => ({
  ...PRESETS[0].document,
  tools: names.map(tool),
  mcpServers: ['s', 't'].map((id) => ({ id, name: id, connected: true, instructions: '' })),
});
const order = ({ tools }: Document) =>
  tools.map(({ name, server }) => (server === undefined ? name : `${server}:${name}`)).join(' ');

describe('tools', () => {
  it('are added behind the last one of their group, with a schema that can be sent', () => {
    const document = of('b', 'a', 's:x', 't:y');
    expect(order(addTool(document, 'New'))).toBe('b a New s:x t:y');
    expect(order(addTool(document, 'New', 's'))).toBe('b a s:x s:New t:y');
    expect(order(addTool(of('s:x'), 'New'))).toBe('New s:x');
    expect(order(addTool(of('a'), 'New', 't'))).toBe('a t:New');
    const added = addTool(document, 'New').tools[2];
    expect(added).toEqual({
      id: 'new',
      name: 'New',
      description: '',
      inputSchema: '{"type":"object","properties":{}}',
      enabled: true,
    });
  });

  it('get ids of their own, and a document with them can be read again', () => {
    const document = addTool(addTool(PRESETS[0].document, 'Read'), 'search_issues', 'tracker');
    expect(newToolId(document, 'Read')).toBe('read-3');
    expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document });
  });

  it('are copied behind themselves under a free name, and removed', () => {
    const copied = copyTool(of('a', 'b', 's:a'), 'a');
    expect(order(copied)).toBe('a a-2 b s:a');
    expect(copied.tools[1]?.description).toBe('a');
    expect(order(copyTool(copied, 's:a'))).toBe('a a-2 b s:a s:a-2');
    expect(order(removeTool(copied, 'a'))).toBe('a-2 b s:a');
    const none = of('a');
    expect(copyTool(none, 'x')).toBe(none);
  });

  it('move one place within their group, past the tools of other groups, and stay at its ends', () => {
    const document = of('a', 's:x', 'b', 's:y');
    expect(order(stepTool(document, 'b', -1))).toBe('b s:x a s:y');
    expect(order(stepTool(document, 's:x', 1))).toBe('a s:y b s:x');
    expect(stepTool(document, 'a', -1)).toBe(document);
    expect(stepTool(document, 's:y', 1)).toBe(document);
    expect(stepTool(document, 'x', 1)).toBe(document);
  });

  it('are sorted by name within their group', () => {
    const document = of('b', 's:z', 'a', 'B', 's:y');
    expect(order(sortTools(document, undefined))).toBe('B s:z a b s:y');
    expect(order(sortTools(document, 's'))).toBe('b s:y a B s:z');
    const sorted = sortTools(document, undefined);
    expect(sortTools(sorted, undefined)).toBe(sorted);
  });
});

describe('servers', () => {
  it('are added connected, under an id of their own, and leave with their tools', () => {
    const document = addServer(of('a', 's:x'), 'GitHub');
    expect(document.mcpServers.at(-1)).toEqual({ id: 'github', name: 'GitHub', connected: true, instructions: '' });
    expect(newServerId(document, 'github')).toBe('github-2');
    const left = removeServer(document, 's');
    expect(order(left)).toBe('a');
    expect(left.mcpServers.map(({ id }) => id)).toEqual(['t', 'github']);
  });
});
