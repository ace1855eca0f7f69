import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { Span } from '@/lib/prompt/block.ts';
import { anyPromptInput } from '@/lib/prompt/prompt-input.arbitrary.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import { SAMPLE_MODEL } from '@/lib/prompt/sample-input.ts';
import { splitSystemPrompt } from '@/lib/prompt/split-system-prompt.ts';
import { BOUNDARY_MARKER, HEADER_PREFIX, IDENTITIES } from '@/lib/prompt/system-prompt.ts';
import { blockText } from './block-text.ts';
import { buildRequest } from './build-request.ts';
import type { CacheSettings } from './cache-settings.ts';
import { cacheControl, flattenRequest } from './flatten-request.ts';

const anyCache: fc.Arbitrary<CacheSettings> = fc.record({
  enabled: fc.boolean(),
  markDynamic: fc.boolean(),
  markLastUserBlock: fc.boolean(),
  sendScope: fc.boolean(),
  marks: fc.dictionary(
    fc.constantFrom('draft', 'system:static', 'system:rest', 'system:dynamic', 'system:identity', 'user-context'),
    fc.constantFrom('5m', '1h', 'none'),
  ),
});

const build = (input: PromptInput, cache: CacheSettings, requestNumber = 1) =>
  buildRequest(assemblePrompt(input, SAMPLE_MODEL, requestNumber), input, { model: 'm', maxTokens: 1, cache });

/** The words a person wrote that a span points into, where there are such. */
function sourceText({ source }: Span, input: PromptInput): string | undefined {
  switch (source.type) {
    case 'section':
      return input.sections.find(({ id }) => id === source.id)?.text;
    case 'prompt':
      return input.prompts[source.id].text;
    case 'turn':
      return input.conversation.find(({ id, blocks }) => id === source.id && !blocks)?.text;
    case 'draft':
      return input.draft;
    default:
      return undefined;
  }
}

describe('a request of any document', () => {
  it('REQUEST-7: every block’s text and mark is what is sent, at the path it names', () => {
    fc.assert(
      fc.property(anyPromptInput, anyCache, (input, cache) => {
        const { request, blocks } = build(input, cache);
        const sent = new Map(flattenRequest(request).map((block) => [block.path, block]));
        const deferred = blocks.filter(({ path }) => !sent.has(path));
        expect(deferred.every(({ level, breakpoint }) => level === 'tools' && !breakpoint)).toBe(true);
        expect(sent.size + deferred.length).toBe(blocks.length);
        for (const { path, text, breakpoint } of blocks) {
          const block = sent.get(path);
          if (!block) continue;
          if (block.value.type !== 'image') expect(blockText(block.value)).toBe(text);
          expect(block.breakpoint).toBe(breakpoint?.ttl);
          expect(cacheControl(block.value) !== undefined).toBe(breakpoint !== undefined);
        }
        expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('PROMPT-28: prefix + suffix = blocks: the split loses, adds and moves nothing', () => {
    fc.assert(
      fc.property(
        anyPromptInput,
        fc.boolean(),
        fc.constantFrom('org' as const, null),
        (input, skipGlobalScope, dynamicScope) => {
          const { system } = assemblePrompt(input, SAMPLE_MODEL, 1);
          const blocks = splitSystemPrompt(system, { skipGlobalScope, dynamicScope });
          const texts = system.map(({ text }) => text).filter((text) => text !== '' && text !== BOUNDARY_MARKER);
          const isLead = (text: string) =>
            text.startsWith(HEADER_PREFIX) || (Object.values(IDENTITIES) as string[]).includes(text);
          const [header, identity] = [
            texts.find((text) => text.startsWith(HEADER_PREFIX)),
            texts.find((text) => (Object.values(IDENTITIES) as string[]).includes(text)),
          ];
          const body = texts.filter((text) => !isLead(text));
          expect(blocks.map(({ text }) => text).join('\n\n')).toBe(
            [header, identity, ...body].filter((text) => text !== undefined).join('\n\n'),
          );
          const at = system.findIndex(({ text }) => text === BOUNDARY_MARKER);
          const before = system
            .slice(0, at)
            .map(({ text }) => text)
            .filter((text) => text !== '' && !isLead(text));
          if (at !== -1 && !skipGlobalScope)
            expect(blocks.find(({ role }) => role === 'static')?.text ?? '').toBe(before.join('\n\n'));
          expect(blocks.some(({ text }) => text === '')).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  }, 30_000);

  it('PROMPT-29: spans cover every block in order, with nothing between them but separators', () => {
    fc.assert(
      fc.property(anyPromptInput, anyCache, (input, cache) => {
        for (const { text, spans, id } of build(input, cache).blocks) {
          let at = 0;
          for (const { start, end } of spans) {
            expect(text.slice(at, start), id).toMatch(/^(?:\n\n?)?$/);
            expect(end, id).toBeGreaterThan(start);
            at = end;
          }
          expect(at, id).toBe(text.length);
        }
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('PROMPT-29: what a span shows is what its source says, or the value of a name in it', () => {
    let verbatim = 0;
    fc.assert(
      fc.property(anyPromptInput, anyCache, (input, cache) => {
        for (const { text, spans } of build(input, cache).blocks) {
          for (const span of spans) {
            const source = sourceText(span, input);
            if (source === undefined) continue;
            const said = source.slice(span.sourceStart, span.sourceEnd);
            const isName = span.source.type === 'section' && /^\{\{[ \t]*[\w.]+[ \t]*\}\}$/.test(said);
            if (!isName) expect(text.slice(span.start, span.end)).toBe(said);
            verbatim += isName ? 0 : 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(verbatim).toBeGreaterThan(100);
  }, 30_000);

  it('REQUEST-14: the same document gives the same bytes, and is left as it was', () => {
    fc.assert(
      fc.property(anyPromptInput, anyCache, fc.nat(5), (input, cache, requestNumber) => {
        const before = JSON.stringify([input, cache]);
        const [first, second] = [
          build(input, cache, requestNumber),
          build(structuredClone(input), structuredClone(cache), requestNumber),
        ];
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
        expect(JSON.stringify([input, cache])).toBe(before);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('REQUEST-15: other words leave the order of blocks alone, and the blocks in front of them', () => {
    fc.assert(
      fc.property(anyPromptInput, anyCache, (input, cache) => {
        const typed = { ...input, draft: `${input.draft}x` };
        const ids = (each: PromptInput) =>
          build(each, cache)
            .blocks.map(({ id }) => id)
            .filter((id) => id !== 'draft');
        expect(ids(typed)).toEqual(ids(input));
        const texts = (each: PromptInput) =>
          build(each, cache)
            .blocks.filter(({ level }) => level === 'tools')
            .map(({ text }) => text);
        const [first, ...rest] = input.sections;
        if (!first) return;
        expect(texts({ ...input, sections: [{ ...first, text: 'other words' }, ...rest] })).toEqual(texts(input));
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('REQUEST-15: an edit behind the boundary leaves the static block alone', () => {
    const global = anyPromptInput.map((input) => ({
      ...input,
      flags: { ...input.flags, global_cache_scope: true, CLAUDE_CODE_SIMPLE: false },
      tools: input.tools.filter(({ server }) => server === undefined),
      boundary: Math.min(2, input.sections.length),
    }));
    fc.assert(
      fc.property(global, anyCache, fc.nat(9), (input, cache, which) => {
        const dynamic = input.sections.length - input.boundary;
        if (dynamic === 0) return;
        const index = input.boundary + (which % dynamic);
        const sections = input.sections.map((section, at) => (at === index ? { ...section, text: 'edited' } : section));
        const prefix = (each: PromptInput) =>
          build(each, cache).blocks.filter(({ id }) => id === 'system:static' || id.startsWith('tool:'));
        expect(prefix({ ...input, sections })).toEqual(prefix(input));
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
