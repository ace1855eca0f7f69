import { expect, it } from 'vitest';
import { captureBody, SAMPLE_BASE } from '@/lib/import/capture-sample.ts';
import { readRequest } from '@/lib/import/read-request.ts';
import { folderFacts, gitFacts, requestFacts, requestLabel } from './describe-import.ts';

it('UI-13: what was recognised in a request is told line by line, and nothing that it does not have', () => {
  const read = readRequest(JSON.stringify(captureBody()), SAMPLE_BASE, 'Capture');
  const bare = readRequest('{"model":"m","messages":[{"role":"user","content":"Hi"}]}', SAMPLE_BASE, 'Bare');
  if (!read.ok || !bare.ok) throw new Error('They cannot be read.');
  expect(Object.fromEntries(requestFacts(read.value))).toMatchObject({
    'System prompt': '3 blocks: attribution header, identity',
    Sections: '5 static, 1 dynamic',
    Tools: '12 tools, 1 MCP server',
    Conversation: '4 turns, 1 of the system',
    Breakpoints: '3',
  });
  expect(requestFacts(bare.value)).toEqual([
    ['Model', 'm'],
    ['Conversation', '1 turn'],
    ['Breakpoints', '0'],
  ]);
});

it('UI-13: a folder, git output and a request of a capture are told in a line or two', () => {
  const folder = {
    directory: '/a',
    isProject: true,
    files: [{ path: '/a/CLAUDE.md', text: '' }],
    tooLarge: [],
    seen: 2000,
  };
  expect(folderFacts(folder)).toEqual([
    ['Working directory', '/a'],
    ['Memory files', '1 of 2,000 files'],
  ]);
  expect(gitFacts({ branch: 'main', status: '', log: 'a\nb' })).toEqual([
    ['Branch', 'main'],
    ['Status', '(clean)'],
    ['Recent commits', '2 lines'],
  ]);
  const request = { body: '', model: 'm', messages: 1, tools: 0, opening: 'Why?', time: '2026-11-21T10:00:00.123Z' };
  expect(requestLabel(request, 2)).toBe('2 · 2026-11-21 10:00:00 · m · 1 message, 0 tools · Why?');
});
