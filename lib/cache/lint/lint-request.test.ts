import { describe, expect, it } from 'vitest';
import { type CacheRules, DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { prefixChain } from '@/lib/cache/prefix-chain.ts';
import {
  syntheticCount,
  text,
  tool,
  toolResult,
  toolResultParts,
  toolUse,
  turns,
} from '@/lib/cache/synthetic-request.ts';
import type { MessageCreateParamsBase, TextBlockParam } from '@/lib/request/wire.ts';
import { lintRequest } from './lint-request.ts';
import { LINT_RULES } from './lint-rules.ts';
import { jsonReport, sarifLog } from './sarif.ts';

function lint(change: Partial<MessageCreateParamsBase>, rules: CacheRules = DEFAULT_RULES) {
  const request = { model: 'm', max_tokens: 1, messages: turns([text(5)]), ...change };
  const chain = prefixChain(request, {
    model: { minimumPrefixTokens: 1024, toolPromptTokens: { auto: 30, forced: 40 }, frameTokens: 7 },
    workspace: 'w',
    count: syntheticCount,
    digest: sha256Hex,
    rules,
  });
  return lintRequest(request, { chain, rules });
}

const codes = (...parameters: Parameters<typeof lint>) => lint(...parameters).map(({ code }) => code);
const says = (words: string, mark?: '5m' | '1h'): TextBlockParam => text(2000, mark, words);
const mark5m = { cache_control: { type: 'ephemeral' as const } };

describe('the linter', () => {
  it('LINT-1 finds nothing in a request that is well made', () => {
    const tools = [tool(10, undefined, 'Edit'), tool(10, undefined, 'Read')];
    const messages = turns([text(5)], [text(5)], [text(5, '5m')]);
    expect(lint({ tools, system: [says('Be brief.', '5m')], messages })).toEqual([]);
  });

  it.each([
    ['CL101', 'It is 2026-11-21 09:41:07.'],
    ['CL102', "Today's date is 2026-11-21."],
    ['CL103', 'Id 0b9f1c3e-6a55-4e0c-9c3e-2f6f0a1d2b3c.'],
    ['CL104', 'session_id: ab12cd34ef'],
    ['CL105', 'Request number: 17'],
  ])('LINT-2 %s finds what changes by itself in the cached prefix', (code, words) => {
    const [finding, ...more] = lint({ system: [says(words, '5m')] });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code, path: 'system.0' });
    expect(words.slice((finding?.start ?? 0) - 2, (finding?.end ?? 0) - 2)).not.toBe('');
    expect(codes({ system: [says('Be brief.', '5m'), says(words)] })).toEqual([]);
    expect(codes({ messages: turns([says(words, '5m')]) })).toEqual([]);
    expect(codes({ messages: turns([says(`<system-reminder>${words}`, '5m')]) })).toEqual([code]);
  });

  it('LINT-2 counts up to an automatic mark, and up to one on a part of a tool’s result, as up to any other', () => {
    const system = [says('It is 2026-11-21 09:41:07.')];
    expect(codes({ system })).toEqual([]);
    expect(lint({ system, ...mark5m })).toMatchObject([{ code: 'CL101', path: 'system.0' }]);
    const messages = turns([text(5)], [toolUse(1, 'a')], [toolResultParts([1], 'a', ['5m'])]);
    expect(codes({ system, messages })).toEqual(['CL101']);
  });

  it('LINT-2 leaves dates alone that people wrote down', () => {
    const words = 'The contract ends on 2027-03-01. Summer time began on 2026-03-29T01:30Z.';
    expect(codes({ messages: turns([says(`<system-reminder>${words}`, '5m')]) })).toEqual([]);
    expect(codes({ system: [says('The contract ends on 2027-03-01.', '5m')] })).toEqual([]);
  });

  it('LINT-3 finds a machine in front of most of the prompt, but not behind it', () => {
    const cwd = says('Working directory: /home/dev/app', '5m');
    const rest = says('word '.repeat(50), '5m');
    expect(codes({ system: [cwd, rest] })).toEqual(['CL106']);
    expect(codes({ system: [rest, cwd] })).toEqual([]);
  });

  it('LINT-4 finds tools out of order, by servers apart, and those of servers', () => {
    const named = (...names: string[]) => names.map((name) => tool(1, undefined, name));
    expect(codes({ tools: named('Read', 'Edit') })).toEqual(['CL109']);
    expect(lint({ tools: named('Edit', 'Read', 'mcp__a__x', 'mcp__b__y') })).toMatchObject([
      { code: 'CL110', path: 'tools.2', message: '2 tools of MCP servers are sent.' },
    ]);
    const deferred = named('mcp__b__y', 'mcp__a__x').map((each) => ({ ...each, defer_loading: true }));
    expect(codes({ tools: deferred })).toEqual([]);
  });

  it('LINT-5 finds marks below the minimum, too many, and 1h behind 5m', () => {
    expect(codes({ system: [text(100, '5m')] })).toEqual(['CL111']);
    const five = Array.from({ length: 5 }, () => text(2000, '5m'));
    expect(lint({ system: five })).toMatchObject([{ code: 'CL112', path: 'system.4' }]);
    expect(lint({ system: [text(2000, '5m'), text(1, '1h')] })).toMatchObject([{ code: 'CL113', path: 'system.1' }]);
  });

  it('LINT-5 counts automatic caching as one mark, at its place', () => {
    const four = Array.from({ length: 4 }, () => text(2000, '5m'));
    expect(codes({ system: four })).toEqual([]);
    expect(lint({ system: four, ...mark5m })).toMatchObject([{ code: 'CL112', path: 'messages.0.content.0' }]);
    const long = { cache_control: { type: 'ephemeral', ttl: '1h' } } as const;
    expect(lint({ system: [text(2000, '5m')], ...long })).toMatchObject([
      { code: 'CL113', path: 'messages.0.content.0' },
    ]);
    expect(codes({ system: [text(2000, '1h')], ...mark5m })).toEqual([]);
  });

  it('LINT-6 finds a turn that is longer than a mark looks back, runs of tools counted once', () => {
    const withTurnOf = (blocks: number) => {
      const rounds = Array.from({ length: blocks }, (_, at) => text(1, at === blocks - 1 ? '5m' : undefined));
      return turns([text(2000)], [text(1)], rounds);
    };
    expect(codes({ messages: withTurnOf(18) })).toEqual(['CL117']);
    expect(codes({ messages: withTurnOf(19) })).toEqual(['CL117', 'CL114']);
    const calls = Array.from({ length: 30 }, (_, at) => toolUse(1, `t${at}`));
    const results = calls.map((_, at) => toolResult(1, `t${at}`, at === 29 ? '5m' : undefined));
    expect(codes({ messages: turns([text(2000)], calls, results) })).toEqual([]);
  });

  it('LINT-7 finds the header only where the server does not drop it', () => {
    const header = { type: 'text' as const, text: 'x-anthropic-billing-header: cc_version=1; cch=a1b2c;' };
    const system = [header, says('Be brief.', '5m')];
    expect(codes({ system })).toEqual([]);
    expect(codes({ system }, { ...DEFAULT_RULES, stripsAttributionHeader: false })).toEqual(['CL115']);
  });

  it('LINT-8 finds memory that was cut', () => {
    const cut = 'Warning: MEMORY.md was cut at 200 lines; the rest of it is not shown.';
    expect(lint({ messages: turns([says(cut)]) })).toMatchObject([
      { code: 'CL116', message: 'MEMORY.md was cut at 200 lines.' },
    ]);
  });

  it('LINT-9 finds messages of more than ten blocks', () => {
    expect(codes({ messages: turns(Array.from({ length: 10 }, () => text(1))) })).toEqual([]);
    expect(codes({ messages: turns(Array.from({ length: 11 }, () => text(1))) })).toEqual(['CL117']);
    const marked = (length: number, at: number) =>
      lint({ messages: turns(Array.from({ length }, (_, each) => text(2000, each === at ? '5m' : undefined))) });
    expect(marked(20, 9)).toEqual([]);
    expect(marked(21, 9)).toMatchObject([{ code: 'CL117', path: 'messages.0.content.10' }]);
  });

  it('LINT-9 counts blocks without a mark only: the marked one that ends a stretch is not one of them', () => {
    const endedByMark = (unmarked: number) =>
      lint({ messages: turns([...Array.from({ length: unmarked }, () => text(2000)), text(2000, '5m')]) });
    expect(endedByMark(10)).toEqual([]);
    expect(endedByMark(11)).toMatchObject([
      { code: 'CL117', path: 'messages.0.content.0', message: expect.stringMatching(/^11 blocks have no mark among/) },
    ]);
    const ended = (blocks: number) => turns(Array.from({ length: blocks }, () => text(2000)));
    expect(codes({ messages: ended(11), ...mark5m })).toEqual([]);
    expect(codes({ messages: ended(12), ...mark5m })).toEqual(['CL117']);
    const run = [toolResult(1, 'a'), toolResult(1, 'b', '5m')];
    const calls = [toolUse(1, 'a'), toolUse(1, 'b')];
    const ten = Array.from({ length: 10 }, () => text(2000));
    for (const answer of [
      [...run, ...ten],
      [...ten, ...run],
    ])
      expect(codes({ messages: turns([text(2000)], calls, answer) })).toEqual([]);
    expect(codes({ messages: turns([text(2000)], calls, [...ten, text(1), ...run]) })).toEqual(['CL117']);
  });
});

describe('a report', () => {
  const findings = lint({ system: [{ ...says('It is 09:41, 2026-11-21T09:41Z'), ...mark5m }] });

  it('LINT-10 is JSON with the rule of each finding', () => {
    expect(jsonReport([{ uri: 'a.json', findings }])).toMatchObject({
      files: [{ file: 'a.json', findings: [{ code: 'CL101', severity: 'warning', path: 'system.0' }] }],
    });
  });

  it('LINT-11 is SARIF 2.1.0: every result names its rule, level and place', () => {
    const log = sarifLog([{ uri: 'a.json', findings }]);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Strata cache lint' } } }] });
    const [run] = (
      log as { runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[] }
    ).runs;
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(LINT_RULES.map(({ code }) => code));
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules[Number(result['ruleIndex'])]?.id).toBe(result['ruleId']);
      expect(['error', 'warning', 'note']).toContain(result['level']);
      expect(result).toMatchObject({
        message: { text: expect.any(String) },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a.json', index: 0 } } }],
      });
    }
    expect(run?.results).toHaveLength(1);
  });

  it('LINT-12 numbers its rules without a gap, each once', () => {
    expect(LINT_RULES.map(({ code }) => code)).toEqual(LINT_RULES.map((_, at) => `CL${101 + at}`));
    expect(new Set(LINT_RULES.map(({ name }) => name)).size).toBe(LINT_RULES.length);
  });
});
