import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const tokens = new Map(pairs.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));

const colour = (name: string, theme: Theme) => {
  const found = name.startsWith('#') ? name : tokens.get(name)?.[theme];
  if (!found) throw new Error(`no colour token ${name}`);
  return found;
};

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: Theme): number {
  const [dark = 0, light = 0] = [one, other].map((name) => luminance(colour(name, theme))).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const LAYERS = ['tools', 'static', 'session', 'volatile', 'conversation'].map((name) => `layer-${name}`);
const CACHE = ['cache-read', 'cache-creation', 'cache-uncached'];
const TEXT = ['ink', 'ink-2', 'ink-3', 'accent', ...CACHE, ...LAYERS.map((layer) => `${layer}-ink`)];
const GROUNDS = ['paper', 'panel', 'sunken'];

const crossed = (inks: string[], grounds: string[]) => inks.flatMap((ink) => grounds.map((on) => ({ ink, on })));

describe.each<Theme>(['light', 'dark'])('the %s palette', (theme) => {
  it.each(crossed(TEXT, GROUNDS))('$ink reads as text on $on', ({ ink, on }) => {
    expect(contrast(ink, on, theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(crossed(['ink', 'ink-2', 'layer-volatile-ink'], ['tint-error', 'tint-mark']))(
    '$ink reads on the tint $on',
    ({ ink, on }) => expect(contrast(ink, on, theme)).toBeGreaterThanOrEqual(4.5),
  );
  it.each(LAYERS)('%s carries white text and stands out from its ground', (layer) => {
    expect(contrast('#ffffff', layer, theme)).toBeGreaterThanOrEqual(4.5);
    for (const ground of GROUNDS) expect(contrast(layer, ground, theme)).toBeGreaterThanOrEqual(3);
  });
  it.each(crossed(['control', 'focus', ...CACHE], ['paper', 'panel']))('$ink draws a control on $on', ({ ink, on }) => {
    expect(contrast(ink, on, theme)).toBeGreaterThanOrEqual(3);
  });
  it('has paper on ink for primary buttons', () => {
    expect(contrast('paper', 'ink', theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('paper', 'ink-2', theme)).toBeGreaterThanOrEqual(4.5);
  });
});
