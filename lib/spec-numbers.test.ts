import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const NUMBER = /\b[A-Z]{2,}-\d+\b/g;
const RULE = /^- \*\*([A-Z]{2,}-\d+)\*\*/gm;
/** A text that begins with a number: the name of a test, or a row of its table. */
const TITLE = /(['"`])([A-Z]{2,}-\d+\b(?:(?!\1)[^\\\n]|\\.)*)\1/g;

/** The rules that these pages define, each as often as it is defined. */
const rulesOf = (pages: readonly string[]): string[] =>
  pages.flatMap((page) => Array.from(page.matchAll(RULE), ([, number = '']) => number));

/** The numbers in the names of tests. */
const citedIn = (tests: readonly string[]): string[] =>
  tests.flatMap((test) => Array.from(test.matchAll(TITLE), ([, , title = '']) => title.match(NUMBER) ?? []).flat());

/** What is wrong between these pages and tests, as `kind: number`; of what is cited, only the series that the pages have. */
function faultsOf(pages: readonly string[], tests: readonly string[]): string[] {
  const rules = rulesOf(pages);
  const cited = new Set(citedIn(tests));
  const series = new Set(rules.map((rule) => rule.split('-')[0]));
  return [
    ...rules.filter((rule, index) => rules.indexOf(rule) !== index).map((rule) => `twice: ${rule}`),
    ...rules.filter((rule) => !cited.has(rule)).map((rule) => `without a test: ${rule}`),
    ...[...cited]
      .filter((number) => series.has(number.split('-')[0]) && !rules.includes(number))
      .map((number) => `no such rule: ${number}`),
  ];
}

const root = fileURLToPath(new URL('..', import.meta.url));

const textsOf = (folder: string, name: RegExp): string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => readFileSync(`${root}${folder}/${path}`, 'utf8'));

const pages = textsOf('docs', /(?:^SPEC|^tokens|^spec[/\\].+)\.md$/);
const tests = ['lib', 'components', 'scripts', 'e2e', 'servers'].flatMap((folder) =>
  textsOf(folder, /\.(?:test|spec)\.(?:tsx?|mjs)$/),
);

describe('the numbered behaviours', () => {
  it('are all seen', () => {
    expect(rulesOf(pages).length).toBeGreaterThan(300);
    expect(new Set(citedIn(tests)).size).toBeGreaterThan(300);
  });

  it('have a number of their own and a test that cites it, and no test cites another', () =>
    expect(faultsOf(pages, tests)).toEqual([]));
});

describe('the test of numbers catches', () => {
  const page = '- **MEM-1** One.\n- **MEM-2** Two.';
  const cite = (titles: string) => [`describe('memory', () => { ${titles} });`];

  it('a rule without a test, a number used twice, and a number that no rule has', () => {
    expect(faultsOf([page], cite("it('MEM-1, MEM-2: both', run);"))).toEqual([]);
    expect(faultsOf([page], cite("it('MEM-1: one', run); // MEM-2"))).toEqual(['without a test: MEM-2']);
    expect(
      faultsOf([page, '- **MEM-2** Again.'], cite("it.each([['MEM-1: one', 1]])('%s', run); it('MEM-2', run);")),
    ).toEqual(['twice: MEM-2']);
    expect(faultsOf([page], cite('test.skip(`MEM-1, MEM-2, MEM-3`, run); it("UTF-8", run);'))).toEqual([
      'no such rule: MEM-3',
    ]);
  });
});
