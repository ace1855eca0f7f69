import { describe, expect, it } from 'vitest';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from '@/lib/document/document.ts';
import { changeServer, changeTool } from '@/lib/document/edit-lists.ts';
import { addServer, addTool } from '@/lib/document/edit-tools.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { FlagId } from '@/lib/prompt/flag.ts';
import { analyse } from './analyse.ts';
import { assemble } from './assembly.ts';
import { serverVoice, toolGroups, totalTokens } from './tool-groups.ts';

const preset: Document = { ...PRESETS[0].document, model: 'claude-sonnet-4-6' };
const count = ({ length }: string) => ({ tokens: length, low: length, high: length, method: 'estimate' }) as const;
const analysed = (document: Document) =>
  analyse(assemble(document, 1), { count, digest: memoDigest(sha256Hex), now: 0 });
const grouped = (document: Document) => toolGroups(document, analysed(document));
const row = (document: Document, id: string) =>
  grouped(document)
    .flatMap((group) => group.rows)
    .find(({ tool }) => tool.id === id);
const withFlag = (id: FlagId): Document => ({ ...preset, flags: { ...preset.flags, [id]: true } });

describe('the groups of tools', () => {
  it('are the built-in ones, then each server with its own, in the order in which they are sent', () => {
    const [builtIn, tracker, ...rest] = grouped(preset);
    expect(rest).toEqual([]);
    expect(builtIn).toMatchObject({ id: undefined, title: 'Built-in', server: undefined });
    expect(builtIn?.rows.map(({ tool }) => tool.name).slice(0, 3)).toEqual(['Read', 'Edit', 'Write']);
    expect(tracker?.rows.map(({ tool }) => tool.name)).toEqual(['search_issues', 'get_issue', 'add_comment']);
  });

  it('have a server without tools too, and tools whose server is gone', () => {
    const lost = { ...addServer(preset, 'new'), mcpServers: addServer(preset, 'new').mcpServers.slice(1) };
    expect(grouped(lost).map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Built-in', 15],
      ['new', 0],
      ['tracker: no such server', 3],
    ]);
  });

  it('have sums that are all the tokens of the tools in the request', () => {
    const groups = grouped(preset);
    const analysis = analysed(preset);
    const sent = analysis.blocks.filter(({ level }) => level === 'tools');
    expect(totalTokens(groups)).toBe(sent.reduce((sum, block) => sum + block.count.tokens, 0));
    expect(groups[0]?.rows.every(({ tokens = 0 }) => tokens > 0)).toBe(true);
    expect(groups[1]?.tokens).toBe(0);
    expect(totalTokens(toolGroups(preset, undefined))).toBeUndefined();
  });
});

describe('a tool', () => {
  it('is offered when it is on and its server connected', () => {
    expect(row(preset, 'read')?.isOffered).toBe(true);
    const on = changeTool(preset, 'tracker-get-issue', { enabled: true });
    expect(row(on, 'tracker-get-issue')).toMatchObject({ isOffered: true });
    expect(row(on, 'tracker-get-issue')?.tokens).toBeGreaterThan(0);
    const off = changeServer(on, 'tracker', { connected: false });
    expect(row(off, 'tracker-get-issue')).toMatchObject({ isOffered: false, tokens: undefined });
  });

  it('has marks only for what the flags make of it', () => {
    expect(row(preset, 'web-fetch')?.marks).toEqual([]);
    expect(row(withFlag('tool_search'), 'web-fetch')).toMatchObject({ marks: ['deferred'], tokens: 0 });
    expect(row(withFlag('strict_tools'), 'todo-write')?.marks).toEqual(['strict']);
    expect(row(withFlag('agent_swarms'), 'agent')?.marks).toEqual(['swarm']);
    expect(row(preset, 'agent')?.marks).toEqual([]);
    const weak = { ...withFlag('strict_tools'), model: 'unknown' };
    expect(row(weak, 'todo-write')?.marks).toEqual([]);
  });

  it('says what is wrong with its schema, or what the provider would refuse', () => {
    expect(row(preset, 'read')?.fault).toBeUndefined();
    expect(row(changeTool(preset, 'read', { inputSchema: '{' }), 'read')?.fault).toMatch(
      /^The input schema is not JSON/,
    );
    const twice = changeTool(addTool(preset, 'Other'), 'other', { name: 'Read' });
    expect([row(twice, 'read')?.fault, row(twice, 'other')?.fault].join()).toMatch(/unique/);
  });
});

describe('what a server says', () => {
  const [server] = preset.mcpServers;
  const voice = (change: Partial<typeof server>, document = preset) =>
    server && serverVoice({ ...server, ...change }, document);
  it('stands in a section, in the messages, or nowhere', () => {
    expect(voice({})).toBe('in MCP instructions');
    expect(voice({ connected: false })).toBe('not connected');
    expect(voice({ instructions: ' ' })).toBe('empty');
    expect(voice({}, withFlag('mcp_instructions_delta'))).toBe('announced each turn');
    expect(voice({}, { ...preset, sections: [] })).toBe('in no section');
  });
});
