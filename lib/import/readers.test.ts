import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { captureBody, SAMPLE_BASE } from './capture-sample.ts';
import { exportBody } from './export-request.ts';
import { readCurl } from './read-curl.ts';
import { readGitOutput, withGit } from './read-git-output.ts';
import { readImport } from './read-import.ts';
import { readRequest } from './read-request.ts';

const CANARY = 'sk-ant-canary-0123456789';
const BODY = {
  model: 'claude-sonnet-5-5',
  max_tokens: 9,
  messages: [{ role: 'user', content: "It's “here”\n\t\\ $HOME" }],
};
const text = JSON.stringify(BODY);

const requestsOf = (given: string) => {
  const read = readImport(given);
  if (!read.ok) throw new Error(`${read.failure.place}: ${read.failure.message}`);
  return read.value.type === 'requests' ? read.value.requests : [];
};
const failureOf = (given: string) => {
  const read = readImport(given);
  return read.ok ? undefined : read.failure;
};
const bashQuoted = `'${text.replaceAll("'", "'\\''")}'`;
const ansiQuoted = `$'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace('“', '\\u201c')}'`;
const doubleQuoted = `"${text.replaceAll(/["\\$`]/g, '\\$&')}"`;
const cmdQuoted = `^"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\^"')}^"`;

it.each([
  ['requests', text],
  ['requests', `curl -d ${bashQuoted} https://x`],
  ['document', JSON.stringify(SAMPLE_BASE)],
  ['git', '## main'],
])('IMPORT-1: a text is told by what it is: %s', (type, given) => {
  expect(readImport(`\ufeff${given}`)).toMatchObject({ ok: true, value: { type } });
});

describe('a cURL command', () => {
  it.each([
    ['single quotes', `curl https://x/v1/messages \\\n  -H 'x-api-key: ${CANARY}' \\\n  -d ${bashQuoted}`],
    ['$-quotes', `$ curl -X POST 'https://x' --data-raw ${ansiQuoted} -H "authorization: Bearer ${CANARY}"`],
    ['double quotes', `curl --json ${doubleQuoted} https://x`],
    ['a joined option', `curl --data=${bashQuoted} https://x | jq .`],
    ['a here-document', `curl https://x -H 'x-api-key: ${CANARY}' --data-binary @- <<'JSON'\n${text}\nJSON\n`],
    ['cmd', `curl ^"https://x^" ^\r\n  -H ^"x-api-key: ${CANARY}^" ^\r\n  --data-raw ${cmdQuoted}`],
  ])('IMPORT-3: gives its body: %s', (_, command) => {
    expect(requestsOf(command).map(({ body }) => JSON.parse(body) as unknown)).toEqual([BODY]);
  });

  it('IMPORT-4: whose body is in a file is refused, and says what to do', () => {
    const read = readCurl('curl https://x -d @body.json');
    expect(read).toMatchObject({
      ok: false,
      failure: { place: 'The command', fix: expect.stringContaining('that file') },
    });
    expect(readCurl('curl https://x -H "a: b"')).toMatchObject({ ok: false });
    expect(readCurl("curl -d 'x")).toMatchObject({ ok: false, failure: { place: 'The command, line 1' } });
  });
});

const trace = {
  request: {
    timestamp: 1_763_700_000,
    method: 'POST',
    url: 'https://api.anthropic.com/v1/messages?beta=true',
    headers: { authorization: CANARY },
    body: BODY,
  },
  response: { body: BODY },
};
const tap = {
  timestamp: '2026-11-21T10:00:00Z',
  turn: 1,
  request: { method: 'POST', path: '/v1/messages', headers: { 'x-api-key': CANARY }, body: BODY },
  response: { status: 200, body: {} },
};
const counting = { request: { method: 'POST', path: '/v1/messages/count_tokens', headers: {}, body: BODY } };
const har = {
  log: {
    entries: [
      {
        startedDateTime: '2026-11-21T10:00:00Z',
        request: {
          method: 'POST',
          url: 'https://x/v1/messages',
          headers: [{ name: 'x-api-key', value: CANARY }],
          cookies: [{ name: 's', value: CANARY }],
          postData: { text: ` ${text}` },
        },
      },
      { request: { method: 'GET', url: 'https://x/style.css', headers: [] } },
    ],
  },
};
const lhar = [
  { type: 'session', trace_id: 'a' },
  {
    type: 'entry',
    timestamp: '2026-11-21T10:00:00Z',
    raw: { request_headers: { cookie: CANARY }, request_body: BODY, response_body: BODY },
  },
];

describe('a capture', () => {
  it.each([
    ['claude-trace', [trace, counting, trace].map((line) => JSON.stringify(line)).join('\n'), 2],
    ['claude-tap', [tap, counting].map((line) => JSON.stringify(line)).join('\n'), 1],
    ['HAR', JSON.stringify(har, null, 1), 1],
    ['LHAR', lhar.map((line) => JSON.stringify(line)).join('\n'), 1],
    ['a body by itself', text, 1],
  ])('IMPORT-5: lists the requests in it, with when and what was asked: %s', (name, given, count) => {
    const requests = requestsOf(given);
    expect(requests).toHaveLength(count);
    for (const { body, model, messages, opening, time } of requests) {
      expect(JSON.parse(body)).toEqual(BODY);
      expect({ model, messages, opening }).toEqual({ model: BODY.model, messages: 1, opening: "It's “here” \\ $HOME" });
      expect(time === undefined).toBe(name === 'a body by itself');
    }
  });

  it('IMPORT-6: leaves keys, cookies and headers unread, in documents and in errors', () => {
    const givens = [
      ...[trace, tap].map((line) => `${JSON.stringify(line)}\n${JSON.stringify(line)}`),
      JSON.stringify(har),
      lhar.map((line) => JSON.stringify(line)).join('\n'),
      `curl -H 'x-api-key: ${CANARY}' -b 'a=${CANARY}' -d ${bashQuoted}`,
      `curl -H 'x-api-key: ${CANARY}' -d '${CANARY}`,
      `curl -H 'x-api-key: ${CANARY}' -d '{"key":"${CANARY}",}'`,
      `{"authorization": "${CANARY}", }`,
      JSON.stringify({ headers: { authorization: CANARY } }),
    ];
    for (const given of givens) expect(JSON.stringify(readImport(given)), given).not.toContain(CANARY);
  });

  it('IMPORT-2, IMPORT-7: that holds no request, or is no JSON, is told where it stops', () => {
    expect(failureOf('{"a": [1,\n2,\n}')).toMatchObject({
      code: 'import-invalid',
      place: 'The text, line 3, column 1',
    });
    expect(failureOf('{"a":1}\n{"b":2}')).toMatchObject({ message: expect.stringContaining('no request') });
    expect(failureOf('{"model":"m"}')).toMatchObject({ message: expect.stringContaining('list of messages') });
    expect(failureOf('Dear all,')).toMatchObject({ fix: expect.stringContaining('git status') });
    expect(failureOf('  ')).toBeDefined();
    const faulty = readRequest(
      '{"model":"m","messages":[{"role":"user","content":[{"type":"text"}]}]}',
      SAMPLE_BASE,
      't',
    );
    expect(faulty).toMatchObject({ ok: false, failure: { place: 'messages.0.content.0.text.text' } });
  });

  it('IMPORT-8: a saved document is read as one', () => {
    expect(readImport(JSON.stringify(SAMPLE_BASE))).toEqual({
      ok: true,
      value: { type: 'document', document: SAMPLE_BASE },
    });
    expect(failureOf(JSON.stringify({ ...SAMPLE_BASE, title: 7 }))).toMatchObject({ place: 'title' });
  });
});

describe('a request of today’s client', () => {
  const read = readRequest(JSON.stringify(captureBody()), SAMPLE_BASE, 'Capture');
  if (!read.ok) throw new Error(read.failure.message);
  const { document, isExact, kept, marks, reminders, system } = read.value;

  it('IMPORT-10: its header, identity, static and dynamic parts are recognised', () => {
    expect(system).toEqual(['header', 'identity', 'static']);
    expect(document.sections.map(({ title }) => title)).toEqual([
      'Attribution header',
      'Identity',
      'Harness',
      'Care',
      'Tone',
      'Environment',
    ]);
    expect(document.boundary).toBe(5);
    expect(document.client).toEqual({ version: '2.1.329', entrypoint: 'cli' });
  });

  it('IMPORT-11: memory files are taken out of their reminder by their headings', () => {
    expect(document.memoryFiles.map(({ path }) => path)).toEqual([
      '/home/dev/.claude/CLAUDE.md',
      '/home/dev/harbour/CLAUDE.md',
    ]);
    expect(document.memoryFiles[1]?.text).toMatch(/^- signal[a-z ]+keeper$/);
    expect(reminders).toBe(2);
    expect(document.environment).toMatchObject({ home: '/home/dev', today: '2026-11-21' });
  });

  it('IMPORT-12: system messages, thinking, tools and their servers are kept, and every other field', () => {
    expect(document.conversation.map(({ role }) => role)).toEqual(['user', 'system', 'assistant', 'user']);
    expect(document.conversation[2]?.blocks?.map(({ type }) => type)).toEqual(['thinking', 'tool-use']);
    expect(document.tools).toHaveLength(12);
    expect(document.mcpServers.map(({ id }) => id)).toEqual(['harbour']);
    expect(kept).toEqual(['metadata', 'thinking', 'context_management', 'output_config', 'stream']);
  });

  it('IMPORT-13: breakpoints stand where they stood, the last one rolling on', () => {
    expect(marks).toBe(3);
    expect(document.cache).toMatchObject({
      markLastUserBlock: true,
      marks: { 'system:block-2': '1h', 'system:block-3': '1h' },
    });
    expect(isExact).toBe(true);
  });

  it('IMPORT-13: the mark at top level is automatic caching; one that the setting would write otherwise is kept as it is', () => {
    const automatic = (mark: object) => {
      const given = readRequest(JSON.stringify({ ...BODY, cache_control: mark }), SAMPLE_BASE, 't');
      return given.ok ? [given.value.document.cache.automatic, given.value.isExact, given.value.kept] : [];
    };
    expect(automatic({ type: 'ephemeral', ttl: '1h' })).toEqual([true, true, []]);
    expect(automatic({ ttl: '1h', type: 'ephemeral' })).toEqual([undefined, true, ['cache_control']]);
  });

  it('IMPORT-13: a mark at top level is shown on the block that it marks, and goes with caching', () => {
    const mark = { ttl: '1h', type: 'ephemeral' };
    const { system: _, tools: __, ...rest } = BODY as Record<string, unknown>;
    const messages = [{ role: 'user', content: 'Hello' }];
    const given = readRequest(JSON.stringify({ ...rest, messages, cache_control: mark }), SAMPLE_BASE, 't');
    if (!given.ok) throw new Error(given.failure.message);
    const blocks = (document: Document) => assemble(document, 1).built;
    expect(blocks(given.value.document).blocks.map(({ breakpoint }) => breakpoint)).toEqual([
      { ttl: '1h', by: 'automatic' },
    ]);
    const off = { ...given.value.document, cache: { ...given.value.document.cache, enabled: false } };
    expect(blocks(off).request).not.toHaveProperty('cache_control');
    expect(blocks(off).blocks.map(({ breakpoint }) => breakpoint)).toEqual([undefined]);
  });

  it('IMPORT-22: after an edit only what was edited differs', () => {
    const [first, ...rest] = document.memoryFiles;
    if (!first) throw new Error('There is no file.');
    const edited = { ...document, memoryFiles: [{ ...first, text: `${first.text} NEW` }, ...rest] };
    const before = exportBody(document);
    const expected = before.replace(JSON.stringify(first.text).slice(1, -1), (found) => `${found} NEW`);
    expect(exportBody(edited)).toBe(expected);
    const unmarked = {
      ...document,
      cache: { ...document.cache, marks: { ...document.cache.marks, 'system:block-2': 'none' as const } },
    };
    expect(exportBody(unmarked)).toBe(before.replace(',"cache_control":{"type":"ephemeral","ttl":"1h"}},{', '},{'));
  });
});

describe('an imported document', () => {
  const read = readRequest(JSON.stringify(captureBody()), SAMPLE_BASE, 'Capture');
  if (!read.ok) throw new Error(read.failure.message);
  const { document } = read.value;
  const systemOf = (sections: typeof document.sections, flags = document.flags) =>
    (JSON.parse(exportBody({ ...document, sections, flags })) as { system: { text: string }[] }).system.map(
      ({ text: each }) => each,
    );
  const before = systemOf(document.sections);

  it('IMPORT-14: nothing that a client adds is added, whatever the flags say', () => {
    const on = { ...document.flags, global_cache_scope: true, BREAK_CACHE_COMMAND: true, mcp_instructions_delta: true };
    expect(systemOf(document.sections, on)).toEqual(before);
  });

  it('IMPORT-14: a section that is carried away from its block, or is new, is part of the block in front of it', () => {
    const [header, identity, ...main] = document.sections;
    if (!header || !identity || !main[0] || !main[1]) throw new Error('There are too few sections.');
    const carried = systemOf([header, main[0], identity, ...main.slice(1)]);
    expect(carried).toEqual([
      `${header.text}\n\n${main[0].text}`,
      identity.text,
      before[2]?.slice(main[0].text.length + 2),
    ]);
    const { block: _, ...own } = { ...main[0], id: 'own', text: 'Mine.' };
    expect(systemOf([header, identity, main[0], own, ...main.slice(1)])[2]).toBe(
      before[2]?.replace(main[0].text, (found) => `${found}\n\nMine.`),
    );
    expect(systemOf([header, identity])).toEqual(before.slice(0, 2));
    const literal = systemOf([header, { ...identity, text: ' {{env.today}} {{nowhere}}\n' }, ...main]);
    expect(literal[1]).toBe(' {{env.today}} {{nowhere}}\n');
  });
});

describe('git output', () => {
  it.each([
    [
      'On branch main\nChanges not staged for commit:\n  (use "git add")\n\tmodified:   a b.ts\n\nUntracked files:\n\tnew.ts\n',
      { branch: 'main', status: ' M a b.ts\n?? new.ts' },
    ],
    [
      '## rounding...origin/rounding\n M lib/a.ts\nA  b.ts\n?? c.ts\n',
      { branch: 'rounding', status: ' M lib/a.ts\nA  b.ts\n?? c.ts' },
    ],
    ['On branch main\nnothing to commit, working tree clean\n', { branch: 'main', status: '' }],
    [
      '0123abc (HEAD -> main) Round once\n89abcde Add cents\n',
      { log: '0123abc (HEAD -> main) Round once\n89abcde Add cents' },
    ],
    [
      'commit 0123abcdef\nAuthor: Mira Lee <m@x.dev>\nDate: x\n\n    Round once\n\n    More.\n',
      { user: 'Mira Lee', log: '0123abc Round once' },
    ],
    ['* rounding\n  main\n  other/x\n', { branch: 'rounding', mainBranch: 'main' }],
  ])('IMPORT-9: says which fields of the git status it fills: %j', (output, fields) => {
    expect(readGitOutput(output)).toEqual(fields);
  });

  it('IMPORT-9: fills only what it speaks of, in a directory under git; the same output again changes nothing', () => {
    const environment = { ...SAMPLE_BASE.environment, isGitRepository: false };
    const before = { ...SAMPLE_BASE, environment };
    const filled = withGit(before, { branch: 'rounding' });
    expect(filled).toEqual({
      ...before,
      gitStatus: { ...before.gitStatus, branch: 'rounding' },
      environment: { ...environment, isGitRepository: true },
    });
    expect(withGit(filled, { branch: 'rounding' })).toBe(filled);
  });

  it('IMPORT-9: other text is none', () => {
    expect(readGitOutput('Dear all,\n\nsee you.')).toBeUndefined();
  });
});
