import { describe, expect, it } from 'vitest';
import { wholePart } from './select-prompt.ts';
import { type SplitOptions, splitSystemPrompt } from './split-system-prompt.ts';
import { asSystemPrompt, BOUNDARY_MARKER, HEADER_PREFIX, IDENTITIES } from './system-prompt.ts';

const HEADER = `${HEADER_PREFIX}: cc_version=2.1.329.abc; cc_entrypoint=cli;`;
const WHOLE = [HEADER, IDENTITIES.cli, 'one', 'two', BOUNDARY_MARKER, 'three', 'four'];

function split(texts: readonly string[], options: Partial<SplitOptions> = {}) {
  const parts = texts.map((text, index) => wholePart(text, { type: 'section', id: `${index}` }, 'static'));
  return splitSystemPrompt(asSystemPrompt(parts), { skipGlobalScope: false, dynamicScope: null, ...options });
}

const scopes = (...given: Parameters<typeof split>) =>
  split(...given).map(({ role, text, cacheScope }) => [role, text, cacheScope]);

describe('splitSystemPrompt', () => {
  it('PROMPT-16: with the marker, what stands before it is global and what stands behind it has no scope', () => {
    expect(scopes(WHOLE)).toEqual([
      ['header', HEADER, null],
      ['identity', IDENTITIES.cli, null],
      ['static', 'one\n\ntwo', 'global'],
      ['dynamic', 'three\n\nfour', null],
    ]);
  });

  it('PROMPT-17: the variant caches the dynamic block for the organisation', () => {
    expect(scopes(WHOLE, { dynamicScope: 'org' })).toEqual([
      ['header', HEADER, null],
      ['identity', IDENTITIES.cli, null],
      ['static', 'one\n\ntwo', 'global'],
      ['dynamic', 'three\n\nfour', 'org'],
    ]);
  });

  it('PROMPT-18: where the global scope is skipped, the marker vanishes and all but the header is the organisation’s', () => {
    for (const dynamicScope of [null, 'org'] as const) {
      expect(scopes(WHOLE, { skipGlobalScope: true, dynamicScope })).toEqual([
        ['header', HEADER, null],
        ['identity', IDENTITIES.cli, 'org'],
        ['rest', 'one\n\ntwo\n\nthree\n\nfour', 'org'],
      ]);
    }
  });

  it('PROMPT-19: without a marker it is the same as skipped', () => {
    const unmarked = WHOLE.filter((text) => text !== BOUNDARY_MARKER);
    expect(split(unmarked)).toEqual(split(unmarked, { skipGlobalScope: true }));
    expect(scopes(unmarked).map(([role]) => role)).toEqual(['header', 'identity', 'rest']);
  });

  it('PROMPT-20: empty parts and empty blocks vanish', () => {
    expect(scopes(['', BOUNDARY_MARKER, '', 'x', ''])).toEqual([['dynamic', 'x', null]]);
    expect(scopes(['x', '', BOUNDARY_MARKER])).toEqual([['static', 'x', 'global']]);
    expect(scopes([BOUNDARY_MARKER])).toEqual([]);
    expect(scopes(['', ''])).toEqual([]);
  });

  it('PROMPT-20: knows the header by how it starts and the identity by exact membership', () => {
    for (const identity of Object.values(IDENTITIES))
      expect(scopes([identity, 'x'])[0]).toEqual(['identity', identity, 'org']);
    expect(scopes([`${IDENTITIES.cli} `, 'x'])).toEqual([['rest', `${IDENTITIES.cli} \n\nx`, 'org']]);
    expect(scopes([`About ${HEADER}`, 'x']).map(([role]) => role)).toEqual(['rest']);
    expect(scopes([`${HEADER_PREFIX}-2`, 'x']).map(([role]) => role)).toEqual(['header', 'rest']);
  });

  it('PROMPT-29: the spans move with their parts', () => {
    const [block] = split(['one', 'two', 'three']);
    expect(block?.spans.map(({ start, end }) => block.text.slice(start, end))).toEqual(['one', 'two', 'three']);
    expect(block?.spans.map(({ sourceStart, sourceEnd }) => [sourceStart, sourceEnd])).toEqual([
      [0, 3],
      [0, 3],
      [0, 5],
    ]);
  });
});
