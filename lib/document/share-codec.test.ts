import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '@/lib/prompt/fingerprint.ts';
import { FLAGS, type FlagValues } from '@/lib/prompt/flag.ts';
import type { Document } from './document.ts';
import { findPreset } from './preset.ts';
import { PRESETS } from './presets.ts';
import { decodeShare, encodeShare, MAX_LINK_LENGTH } from './share-codec.ts';
import { shareDictionary } from './share-dictionary.ts';

const findBase = (preset: Document['preset']) => findPreset(PRESETS, preset);

const BASE = PRESETS[0].document;
const ORIGIN = 'https://strata.example.org/pg/';
const urlLength = (document: Document) => `${ORIGIN}#${encodeShare(document, BASE)}`.length;

const withFlags = (changed: readonly string[]): Document => ({
  ...BASE,
  flags: Object.fromEntries(
    Object.entries(BASE.flags).map(([id, on]) => [id, changed.includes(id) ? !on : on]),
  ) as FlagValues,
});

const editText = (document: Document, id: string, edit: (text: string) => string): Document => ({
  ...document,
  sections: document.sections.map((section) =>
    section.id === id ? { ...section, text: edit(section.text) } : section,
  ),
});

/** A link with any content, as a careless or malicious program would make it. */
function forge(json: string, head = 'v1.coding-agent.1', dictionary = shareDictionary(BASE)): string {
  const payload = deflateRawSync(json, { level: 9, dictionary }).toString('base64url');
  return `${head}.${payload}.${fingerprint(`${head}\n${json}`, 6)}`;
}

const failureOf = (fragment: string) => {
  const result = decodeShare(fragment, findBase);
  return result.ok ? undefined : result.failure;
};

const EDITED = [
  ['intro', (text: string) => text.replace('software engineering', 'embedded software engineering')],
  ['actions', (text: string) => `${text}\n- Never push to main. Open a pull request instead, and say what you tested.`],
  ['tone_style', (text: string) => `${text.slice(0, 200)}British spelling, please. ${text.slice(230)}`],
] as const;
const LIGHTLY_EDITED = EDITED.reduce((document, [id, edit]) => editText(document, id, edit), BASE);

describe('links', () => {
  it('SHARE-1: have a head that names codec, preset and version, and characters that survive in a URL', () => {
    const link = encodeShare(LIGHTLY_EDITED, BASE);
    expect(link).toMatch(/^v1\.coding-agent\.1\.[\w-]+\.[0-9a-f]{6}$/);
    expect(new URL(`${ORIGIN}#${link}`).hash).toBe(`#${link}`);
    expect(encodeShare(LIGHTLY_EDITED, BASE)).toBe(link);
  });

  it('SHARE-2: hold a whole document, with the mark of the fragment or without it', () => {
    const link = encodeShare(LIGHTLY_EDITED, BASE);
    for (const fragment of [link, `#${link}`])
      expect(decodeShare(fragment, findBase)).toEqual({ ok: true, value: LIGHTLY_EDITED });
  });

  it('SHARE-2: restore every preset as itself', () => {
    for (const { document } of PRESETS)
      expect(decodeShare(encodeShare(document, document), findBase)).toEqual({ ok: true, value: document });
  });

  it('SHARE-2: keep half a surrogate pair', () => {
    const odd = { ...BASE, draft: 'lone \ud83d and \ude00, whole \u{1f600}, \u0000\u2028\ufeff' };
    expect(decodeShare(encodeShare(odd, BASE), findBase)).toEqual({ ok: true, value: odd });
  });

  it('SHARE-3: are short: unedited under 70 characters, flags only under 200, a light edit under 700', () => {
    expect(ORIGIN).toHaveLength(30);
    expect(urlLength(BASE)).toBeLessThan(70);
    expect(urlLength(withFlags(FLAGS.map(({ id }) => id)))).toBeLessThan(200);
    for (const { id } of FLAGS) expect(urlLength(withFlags([id]))).toBeLessThan(100);
    for (let step = 2; step < 8; step += 1) {
      const some = FLAGS.filter((_, index) => (index * step) % 7 < 3).map(({ id }) => id);
      expect(urlLength(withFlags(some))).toBeLessThan(200);
    }
    const changed = LIGHTLY_EDITED.sections.filter((section, index) => section.text !== BASE.sections[index]?.text);
    expect(changed).toHaveLength(3);
    expect(urlLength(LIGHTLY_EDITED)).toBeLessThan(700);
  });

  it('SHARE-5: hold nothing but what the schema names, at any depth', () => {
    const canary = 'sk-ant-canary';
    const planted = {
      ...LIGHTLY_EDITED,
      apiKey: canary,
      environment: { ...BASE.environment, [canary]: canary },
      sections: LIGHTLY_EDITED.sections.map((section) => ({ ...section, key: canary })),
      flags: { ...BASE.flags, [canary]: true },
      cache: { ...BASE.cache, key: canary },
    } as unknown as Document;
    expect(encodeShare(planted, BASE)).toBe(encodeShare(LIGHTLY_EDITED, BASE));
  });

  it('SHARE-5: throw on what is no document', () => {
    expect(() => encodeShare({ ...BASE, maxTokens: 0 }, BASE)).toThrow(/maxTokens/);
  });

  it('SHARE-6: cut anywhere, are broken', () => {
    const link = encodeShare(withFlags(['VOICE_MODE', 'bare_mode']), BASE);
    for (let length = 0; length < link.length; length += 1)
      expect(failureOf(link.slice(0, length)), `cut at ${length}`).toMatchObject({ code: 'link-broken' });
  });

  it('SHARE-6: with one character changed, are broken or unknown, never another document', () => {
    const link = encodeShare(LIGHTLY_EDITED, BASE);
    const ends = link.lastIndexOf('.');
    for (let at = 0; at < link.length; at += 3) {
      const other = link[at] === 'A' ? 'B' : 'A';
      const result = decodeShare(link.slice(0, at) + other + link.slice(at + 1), findBase);
      // The last character of base64 may hold bits that mean nothing.
      if (at === ends - 1 && result.ok) expect(result.value).toEqual(LIGHTLY_EDITED);
      else expect(result, `changed at ${at}`).toMatchObject({ ok: false });
    }
  });

  it.each([
    '',
    '#',
    'v1',
    'v1.coding-agent.1..abcdef',
    'about',
    'v1.%E0%A4%A.1.AAAA.000000',
    'v1.coding-agent.1.A.000000',
  ])('SHARE-6: “%s” is broken, and says what to do', (fragment) => {
    expect(failureOf(fragment)).toEqual({
      code: 'link-broken',
      message: 'The link is damaged or was cut off.',
      fix: 'Copy the whole link again, or ask its sender for a new one. Your current work is unchanged.',
    });
  });

  it('SHARE-6: with another head, are broken, though that preset exists', () => {
    const link = encodeShare(withFlags(['bare_mode']), BASE);
    expect(failureOf(link.replace('coding-agent', 'simple'))).toMatchObject({ code: 'link-broken' });
  });

  it.each([
    '[',
    '{"length":1}',
    'null',
    '[2,{"flags":{"bare_mode":"yes"}}]',
    '[2,{"boundary":-1}]',
    '[1]',
    '["2"]',
    '[]',
  ])('SHARE-9: a forged content %s is broken', (json) =>
    expect(failureOf(forge(json))).toMatchObject({ code: 'link-broken' }),
  );

  it('SHARE-9: a document that cannot be read is broken, and the place is named', () => {
    expect(failureOf(forge('[2,{"maxTokens":0}]'))).toMatchObject({
      place: 'maxTokens',
      message: 'The link holds a document that cannot be read. It must be 1 at least.',
    });
  });

  it('SHARE-7: longer than 2 MB, are refused unread', () => {
    expect(failureOf('A'.repeat(MAX_LINK_LENGTH + 1))).toMatchObject({ code: 'link-too-large' });
    expect(failureOf('A'.repeat(MAX_LINK_LENGTH))).toMatchObject({ code: 'link-broken' });
  });

  it('SHARE-7: that unpack to more than 20 MB, are given up on the way', () => {
    const bomb = forge(`[2,{"draft":"${'a'.repeat(100_000_000)}"}]`);
    expect(bomb.length).toBeLessThan(MAX_LINK_LENGTH);
    const before = process.memoryUsage().arrayBuffers;
    const started = performance.now();
    expect(failureOf(bomb)).toMatchObject({ code: 'link-too-large', message: expect.stringContaining('20 MB') });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80_000_000);
  });

  it('SHARE-7: of a large document, still open', () => {
    const large = { ...BASE, draft: 'x'.repeat(5_000_000) };
    expect(decodeShare(encodeShare(large, BASE), findBase)).toEqual({ ok: true, value: large });
  });

  it('SHARE-10: made by format v1 open for ever', () => {
    const section = { title: 'Rules', kind: 'memoised', enabled: true, gates: [] } as const;
    const base: Document = {
      ...BASE,
      preset: { id: 'stand-in', version: 4 },
      title: '',
      draft: '',
      sections: [
        { ...section, id: 'rules', text: 'Read the code before you change it, and run its tests afterwards.' },
        { ...section, id: 'tone', text: 'Short sentences. No praise.' },
      ],
      boundary: 1,
    };
    const document: Document = {
      ...base,
      title: 'Two rules',
      draft: 'Go on.',
      sections: base.sections.toReversed().map((each) => ({ ...each, text: each.text.replace('.', ', please.') })),
    };
    const made =
      'v1.stand-in.4.Q7EvpDwf2P4D1Sm4TEZtg0YDG3lAE3UUCnKAGSxVKRaz3RltZoKmBKkZaahjANICKy7d8xXy84DtzFgA.cd60cb';
    expect(decodeShare(made, () => base)).toEqual({ ok: true, value: document });
  });

  it('SHARE-10: start from a dictionary that never changes', () => {
    const words = new TextDecoder().decode(shareDictionary({ sections: [] }));
    expect([words.length, fingerprint(words, 8)]).toEqual([2515, 'fac6403d']);
    const sections = Array.from({ length: 40 }, (_, at) => ({
      ...BASE.sections[0],
      id: `s${at}`,
      text: `${at} `.repeat(500),
    }));
    const whole = new TextDecoder().decode(shareDictionary({ sections: sections as Document['sections'] }));
    expect(whole).toHaveLength(32_768);
    expect(whole.endsWith(`"s0":{"text":"${'0 '.repeat(500)}"},${words}`)).toBe(true);
  });

  it('SHARE-8: of a newer codec, preset or document format, say so', () => {
    const link = encodeShare(LIGHTLY_EDITED, BASE);
    const cases = [
      [link.replace('v1', 'v2'), /format v2/],
      ['v7.something else entirely', /format v7/],
      [link.replace('coding-agent.1', 'coding-agent.2'), /version 2 of the preset “coding-agent”/],
      [forge('[3,{"flags":{}}]'), /format 3/],
      [forge('[2,{"version":3}]'), /format 3/],
    ] as const;
    for (const [fragment, words] of cases) {
      const failure = failureOf(fragment);
      expect(failure).toMatchObject({ code: 'link-newer', message: expect.stringMatching(words) });
      expect(failure?.fix).toContain('Your current work is unchanged');
    }
  });
});
