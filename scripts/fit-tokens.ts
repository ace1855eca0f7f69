import { textKind } from '@/lib/tokens/band.ts';
import { o200kVocabulary } from '@/lib/tokens/gpt-counter.ts';
import { createWeigher } from '@/lib/tokens/weigh.ts';
import { weighTokens } from '@/lib/tokens/weigh-tokens.ts';
import { type Bands, coverage, fitBands, type HeldOut } from './fit-tokens/bands.ts';
import { readCorpus } from './fit-tokens/corpus.ts';
import { errorFigures, type Family, KINDS } from './fit-tokens/errors.ts';
import { type MeasuredText, measureTexts } from './fit-tokens/measure.ts';
import { crossValidate, fitModel, TARGETS, type Target } from './fit-tokens/model.ts';
import { fitRough } from './fit-tokens/rough.ts';
import { writeModel, writeRough } from './fit-tokens/write.ts';

const FITTED_ON = '2026-11-21';
const SOURCE = 'Fixtures of the ctok project (MIT): recorded count_tokens answers; agent docs counted by ctok';
const FAMILIES: readonly Family[] = ['claude-old', 'claude-new'];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Usage: npm run fit-tokens -- <data-folder>\n');
  process.exit(1);
}

const say = (line = '') => process.stdout.write(`${line}\n`);
const texts = await measureTexts(readCorpus(folder));
const predictions = new Map(TARGETS.map((target) => [target, crossValidate(texts, target)]));
const predicted = (target: Target) => predictions.get(target) ?? [];

say(`${texts.length} texts; absolute error in per cent, median / 95th percentile, 10-fold cross-validated\n`);
const crossValidated = Object.fromEntries(FAMILIES.map((family) => [family, reportFamily(family)]));
reportFrames();
const bands = Object.fromEntries(TARGETS.map((target) => [target, reportBands(target)])) as Record<Target, Bands>;

writeModel(new URL('../lib/tokens/coefficients.gen.ts', import.meta.url), {
  fit: { source: SOURCE, fittedOn: FITTED_ON, texts: texts.length, crossValidated },
  coefficients: TARGETS.map((target) => fitModel(texts, target)),
  bands,
});
const vocabularies = ['claude-old', 'claude-new', 'o200k', 'cl100k'] as const;
writeRough(
  new URL('../lib/tokens/rough.gen.ts', import.meta.url),
  Object.fromEntries(vocabularies.map((vocabulary) => [vocabulary, fitRough(texts, vocabulary)])),
);

function reportFamily(family: Family) {
  const ways: readonly (readonly [name: string, counts: readonly number[]])[] = [
    ['estimate', predicted(family)],
    ['o200k', texts.map(({ counts }) => counts.o200k)],
    ['cl100k', texts.map(({ counts }) => counts.cl100k)],
    ['characters / 4', texts.map(({ text }) => text.length / 4)],
  ];
  say(`${family.padEnd(16)}${KINDS.map((kind) => kind.padStart(16)).join('')}`);
  for (const [name, counts] of ways) {
    const cells = KINDS.map((kind) => errorFigures(texts, counts, family, kind));
    say(`  ${name.padEnd(14)}${cells.map(({ median, p95 }) => `${median} / ${p95}`.padStart(16)).join('')}`);
  }
  say();
  return Object.fromEntries(KINDS.map((kind) => [kind, errorFigures(texts, predicted(family), family, kind)]));
}

function reportFrames(): void {
  const frames = [...new Set(texts.map(({ frameOf5 }) => frameOf5))].toSorted((left, right) => left - right);
  const listed = frames.map((frame) => `${frame}: ${texts.filter(({ frameOf5 }) => frameOf5 === frame).length}`);
  say(`Frame of one user message in Claude 5.x, if 4.7's is 12: texts by tokens  ${listed.join(', ')}\n`);
}

function reportBands(target: Target): Bands {
  const weigh = createWeigher(o200kVocabulary(), weighTokens);
  const heldOut: HeldOut[] = texts.map((measured: MeasuredText, index) => {
    const tokens = predicted(target)[index] ?? 0;
    return { kind: textKind(weigh(measured.text)), tokens, error: tokens / measured.counts[target] - 1 };
  });
  const fitted = fitBands(heldOut);
  const floors = Object.entries(fitted.floors).map(([kind, floor]) => `${kind} ${(floor * 100).toFixed(1)} %`);
  const covered = KINDS.map((kind) => {
    const within = coverage(
      heldOut.filter((_, index) => texts[index]?.kind === kind),
      fitted,
    );
    return `${kind} ${(within * 100).toFixed(0)} %`;
  });
  say(`${target}: band of long texts ${floors.join(', ')}; noise ${(fitted.noise * 100).toFixed(0)} % / √tokens`);
  say(`  within the band: ${covered.join(', ')}`);
  return fitted;
}
