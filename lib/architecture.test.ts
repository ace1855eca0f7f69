import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Layers from lowest to highest; a file imports its own layer or lower ones. Server has a rule of its own besides. */
const LAYERS: readonly (readonly string[])[] = [
  ['lib/result.ts', 'lib/errors.ts', 'lib/json-value.ts', 'lib/remember.ts'],
  ['lib/tokens/', 'lib/usage/'],
  ['lib/memory/'],
  ['lib/prompt/'],
  ['lib/request/'],
  ['lib/pricing/'],
  ['lib/cache/'],
  ['lib/simulate/'],
  ['lib/document/'],
  ['lib/import/'],
  ['lib/backends/'],
  ['lib/recipes/'],
  ['lib/server/'],
  ['lib/store/'],
  ['components/'],
  ['app/', 'proxy.ts', 'instrumentation.ts'],
];
const LAST_PURE_LAYER = 'lib/import/';
const SERVER = 'lib/server/';
const MAY_USE_SERVER =
  /^(?:lib\/server\/.+|proxy\.ts|instrumentation\.ts|app\/(?:.+\/)?(?:route\.ts|page\.tsx|layout\.tsx))$/;

/** The npm packages of the pure core: the one file that may import each, or the one folder in which one file may. */
const CORE_PACKAGES: Readonly<Record<string, string | readonly string[]>> = {
  'gpt-tokenizer': 'lib/tokens/gpt-counter.ts',
  marked: 'lib/memory/markdown.ts',
  '@noble/hashes': 'lib/cache/digest.ts',
  // Mini in the parser, which every visitor has; whole in the presets' tools, which stay on the server.
  zod: ['lib/document/schema.ts', 'lib/document/presets/coding-agent/input-schema.ts'],
  fflate: 'lib/document/',
};
const ONE_FILE_PER_FOLDER = new Set(['fflate']);
const CORE_TYPE_PACKAGES: Readonly<Record<string, string>> = {
  '@anthropic-ai/sdk': 'lib/request/wire.ts',
  zod: 'lib/document/describe-issue.ts',
};
/** Counting runs in a worker, under a time limit. */
const IMPURE_ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'lib/tokens/worker-client.ts': ['timer'],
};

const IMPURE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['process', /(?<![.\w$])process\s*\./],
  ['clock', /(?<![.\w$])(?:Date\.now|performance\.now|Date\(\s*\))/],
  ['timer', /(?<![.\w$])(?:setTimeout|setInterval|requestAnimationFrame)\s*\(/],
  ['randomness', /(?<![.\w$])(?:Math\.random|crypto\.(?:randomUUID|getRandomValues))/],
  ['network', /(?<![.\w$])(?:fetch\s*\(|new\s+(?:XMLHttpRequest|WebSocket|EventSource)\b)/],
  // A prompt document may well be called `document`, and a window may slide: only the browser's own members count.
  [
    'DOM',
    /(?<![.\w$])document\.(?:querySelector|getElement|createElement|addEventListener|body\b|head\b|cookie|documentElement|visibilityState)/,
  ],
  [
    'DOM',
    /(?<![.\w$])window\.(?:open|location|document|navigator|history|addEventListener|removeEventListener|localStorage|sessionStorage|matchMedia|requestAnimationFrame|postMessage|crypto|fetch|setTimeout|inner\w+)\b/,
  ],
  ['DOM', /(?<![.\w$])(?:globalThis|self|localStorage|sessionStorage|indexedDB|navigator|location)\./],
];

const VAGUE_NAME = /^(?:utils?|helpers?|types?|constants?|misc|common)$/;
const KEBAB_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** From `new URL(…, import.meta.url)`, which knows no alias. */
  readonly isUrl: boolean;
}
interface SourceFile {
  readonly path: string;
  readonly source: string;
}

/** After one of these a slash opens a regular expression; after a name, a number or a bracket it divides. */
const REGEX_MAY_FOLLOW = /(?:[(,=:[!&|?{};+*%~^]|=>|\breturn|\btypeof)\s*$/;

/** The code with comments and text blanked out, line by line as long as before; code inside `${}` stays. */
function codeOf(source: string, keep: 'quoted' | 'nothing'): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  let out = '';
  let at = 0;
  /** Open `${` of templates, each with the count of braces open inside it. */
  const inTemplates: number[] = [];
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const template = (): void => {
    const text = take(/(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y) ?? '';
    out += blank(text);
    if (text.endsWith('${')) inTemplates.push(0);
  };
  while (at < source.length) {
    out += take(/[^'"`/{}]+/y) ?? '';
    const comment = take(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y);
    const quoted = comment === undefined ? take(/'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y) : undefined;
    const isRegex = quoted === undefined && source[at] === '/' && REGEX_MAY_FOLLOW.test(out);
    const regex = isRegex ? take(/\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//y) : undefined;
    const skipped = comment ?? regex;
    if (skipped !== undefined) out += blank(skipped);
    else if (quoted !== undefined) out += keep === 'quoted' ? quoted : blank(quoted);
    else {
      const char = source[at] ?? '';
      at += 1;
      const depth = inTemplates.at(-1);
      if (char === '`') {
        out += ' ';
        template();
      } else if (char === '}' && depth === 0) {
        inTemplates.pop();
        out += ' ';
        template();
      } else {
        if (depth !== undefined && (char === '{' || char === '}'))
          inTemplates.push((inTemplates.pop() ?? 0) + (char === '{' ? 1 : -1));
        out += char;
      }
    }
  }
  return out;
}

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\s+(?<type>type\s+)?(?:[\w$*{}\s,]+?\s+from\s*)(?<named>'[^']+'|"[^"]+")|\bimport\s*\(?\s*(?<bare>'[^']+'|"[^"]+")|\bnew\s+URL\(\s*(?<url>'\.[^']+'|"\.[^"]+")\s*,\s*import\.meta\.url/g;

/** Everything a file imports, workers included; aliases and relative paths become paths from the root. */
function importsOf({ path, source }: SourceFile): Edge[] {
  return [...codeOf(source, 'quoted').matchAll(IMPORT)].map(({ groups = {} }) => {
    const specifier = (groups['named'] ?? groups['bare'] ?? groups['url'] ?? '').slice(1, -1);
    const local = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
    return {
      from: path,
      to: specifier.replace(/^@\//, '') === specifier ? local : specifier.slice(2),
      specifier,
      typeOnly: groups['type'] !== undefined,
      isUrl: groups['url'] !== undefined,
    };
  });
}

const layerOf = (path: string): number =>
  LAYERS.findIndex((prefixes) => prefixes.some((prefix) => path.startsWith(prefix)));
const isCore = (path: string): boolean => layerOf(path) !== -1 && layerOf(path) <= layerOf(LAST_PURE_LAYER);
const isLocal = ({ specifier }: Edge): boolean => /^(?:\.|@\/)/.test(specifier);
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function edgeFault(edge: Edge): string | undefined {
  const { from, to, specifier, typeOnly, isUrl } = edge;
  if (!isLocal(edge)) {
    if (!isCore(from)) return undefined;
    const name = packageOf(specifier);
    const homes = [CORE_PACKAGES[name] ?? [], (typeOnly && CORE_TYPE_PACKAGES[name]) || []].flat();
    const allowed = homes.some((home) => (home.endsWith('/') ? from.startsWith(home) : from === home));
    return allowed ? undefined : 'impure';
  }
  if (!/\.(?:tsx?|mjs|css|json|svg)$/.test(specifier)) return 'no extension';
  if (!isUrl && specifier.startsWith('.') && !/^\.\/[^/]+$/.test(specifier)) return 'relative across folders';
  if (specifier.startsWith('@/') && posix.dirname(to) === posix.dirname(from)) return 'alias inside a folder';
  if (isCore(from) && layerOf(to) === -1) return 'impure';
  if (to.startsWith(SERVER) && !MAY_USE_SERVER.test(from)) return 'server leak';
  return layerOf(to) > layerOf(from) ? 'upward' : undefined;
}

function fileFaults({ path, source }: SourceFile): string[] {
  const faults: string[] = [];
  const name = posix.basename(path).replace(/\.tsx?$/, '');
  const stem = name.replace(/\.(?:worker|gen)$/, '');
  if (layerOf(path) === -1) faults.push(`unknown layer: ${path}`);
  if (name === 'index') faults.push(`barrel: ${path}`);
  else if (VAGUE_NAME.test(stem) || !KEBAB_NAME.test(stem)) faults.push(`name: ${path}`);
  const code = codeOf(source, 'nothing');
  if (/\bexport\s*\*/.test(code)) faults.push(`barrel: ${path} (export *)`);
  if (isCore(path)) {
    for (const [what, pattern] of IMPURE) {
      const found = pattern.exec(code);
      if (found && !IMPURE_ALLOWED[path]?.includes(what))
        faults.push(`${what}: ${path}:${code.slice(0, found.index).split('\n').length} ${found[0].trim()}`);
    }
  }
  return faults;
}

function cycles(edges: readonly Edge[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (node: string, path: readonly string[]): void => {
    if (path.includes(node)) return void found.push(`cycle: ${[...path.slice(path.indexOf(node)), node].join(' -> ')}`);
    if (done.has(node)) return;
    for (const to of next.get(node) ?? []) visit(to, [...path, node]);
    done.add(node);
  };
  for (const node of next.keys()) visit(node, []);
  return found;
}

function spread(edges: readonly Edge[]): string[] {
  return [...ONE_FILE_PER_FOLDER].flatMap((name) => {
    const users = [
      ...new Set(
        edges.filter((edge) => isCore(edge.from) && packageOf(edge.specifier) === name).map((edge) => edge.from),
      ),
    ];
    return users.length > 1 ? [`spread: ${name} in ${users.join(', ')}`] : [];
  });
}

/** Every breach of docs/architecture.md in these files, as `kind: where`. */
function faultsOf(files: readonly SourceFile[]): string[] {
  const edges = files.flatMap(importsOf);
  const ofEdges = edges.flatMap((edge) => {
    const kind = edgeFault(edge);
    return kind === undefined ? [] : [`${kind}: ${edge.from} -> ${edge.specifier}`];
  });
  return [...files.flatMap(fileFaults), ...ofEdges, ...cycles(edges), ...spread(edges)];
}

const root = fileURLToPath(new URL('..', import.meta.url));

const paths = ['lib', 'components', 'app']
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .concat('proxy.ts', 'instrumentation.ts')
  .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|arbitrary)\.tsx?$/.test(path));
const files = paths.map((path) => ({ path, source: readFileSync(root + path, 'utf8') }));

/** The kinds of fault in one planted file. */
const kinds = (path: string, ...lines: string[]) =>
  faultsOf([{ path, source: lines.join('\n') }]).map((fault) => fault.split(':')[0]);

describe('architecture', () => {
  it('sees every file, and every file is in a known layer', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(0);
    expect(paths.filter((path) => layerOf(path) === -1)).toEqual([]);
  });

  it('has no faults', () => expect(faultsOf(files)).toEqual([]));
});

describe('the architecture test catches', () => {
  it('imports to the right, type-only, dynamic, multi-line, re-exported and worker ones too', () => {
    const planted = kinds(
      'lib/prompt/split.ts',
      "import type { Store } from '@/lib/store/store.ts';",
      "import {\n  a,\n  type B,\n} from '@/lib/request/build.ts';",
      "export { c } from '@/lib/document/schema.ts';",
      "import '@/lib/cache/predict.ts';",
      "const late = () => import('@/lib/pricing/price.ts');",
      "import { fine } from '@/lib/memory/discover.ts';",
      "import { alsoFine } from './block.ts';",
    );
    expect(planted).toEqual(Array(5).fill('upward'));
    expect(kinds('lib/backends/emulator/run.ts', "import { config } from '@/lib/server/config.ts';")).toEqual([
      'server leak',
    ]);
    expect(kinds('lib/server/config.ts', "import { store } from '@/lib/store/store.ts';")).toEqual(['upward']);
    expect(kinds('lib/store/store.ts', "import { Card } from '@/components/ui/card.tsx';")).toEqual(['upward']);
    expect(kinds('components/ui/card.tsx', "new Worker(new URL('./count.worker.ts', import.meta.url));")).toEqual([]);
    expect(kinds('lib/tokens/client.ts', "new Worker(new URL('../cache/x.worker.ts', import.meta.url));")).toEqual([
      'upward',
    ]);
  });

  it('the server used elsewhere than in pages, routes and the proxy', () => {
    const use = "import { config } from '@/lib/server/config.ts';";
    for (const path of ['components/run/run.tsx', 'lib/store/store.ts', 'app/error.tsx'])
      expect(kinds(path, use)).toEqual(['server leak']);
    for (const path of [
      'proxy.ts',
      'instrumentation.ts',
      'app/api/send/route.ts',
      'app/page.tsx',
      'app/s/[id]/page.tsx',
    ])
      expect(kinds(path, use)).toEqual([]);
  });

  it('packages in the core, but for each listed one in its file', () => {
    for (const name of ['react', 'next/server', 'node:fs', 'fs', 'zustand', 'zod', 'server-only']) {
      expect(kinds('lib/prompt/split.ts', `import { x } from '${name}';`)).toEqual(['impure']);
    }
    expect(kinds('lib/tokens/gpt-counter.ts', "import { x } from 'gpt-tokenizer/encoding/o200k_base';")).toEqual([]);
    expect(kinds('lib/tokens/other.ts', "import { x } from 'gpt-tokenizer/encoding/o200k_base';")).toEqual(['impure']);
    expect(kinds('lib/cache/digest.ts', "import { sha256 } from '@noble/hashes/sha2.js';")).toEqual([]);
    expect(kinds('lib/request/wire.ts', "import type Anthropic from '@anthropic-ai/sdk';")).toEqual([]);
    expect(kinds('lib/request/wire.ts', "import Anthropic from '@anthropic-ai/sdk';")).toEqual(['impure']);
    expect(kinds('lib/request/wire.ts', "import { type Message } from '@anthropic-ai/sdk';")).toEqual(['impure']);
    expect(kinds('lib/request/build.ts', "import type Anthropic from '@anthropic-ai/sdk';")).toEqual(['impure']);
    expect(
      kinds('lib/document/schema.ts', "import { z } from 'zod';", "import { version } from '@/package.json';"),
    ).toEqual(['impure']);
    expect(kinds('lib/document/edit-tools.ts', "import { z } from 'zod';")).toEqual(['impure']);
    expect(kinds('lib/document/describe-issue.ts', "import { z } from 'zod';")).toEqual(['impure']);
    expect(kinds('lib/document/describe-issue.ts', "import type { $ZodIssue } from 'zod/v4/core';")).toEqual([]);
    const zip = (path: string) => ({ path, source: "import { deflateSync } from 'fflate';" });
    expect(faultsOf([zip('lib/document/link.ts')])).toEqual([]);
    expect(faultsOf([zip('lib/document/link.ts'), zip('lib/document/pack.ts')])).toEqual([
      expect.stringMatching(/^spread: fflate/),
    ]);
  });

  it.each([
    ['process', 'const key = process.env.KEY;'],
    ['clock', 'const now = Date.now();'],
    ['clock', 'const now = new Date();'],
    ['clock', 'const now = `at ${new Date()}`;'],
    ['timer', 'setTimeout(run, 5);'],
    ['randomness', 'const id = Math.random();'],
    ['randomness', 'const id = crypto.randomUUID();'],
    ['network', "const answer = await fetch('/x');"],
    ['DOM', 'window.open(x);'],
    ['DOM', 'document.querySelector(x);'],
    ['DOM', 'globalThis.crypto'],
  ])('%s in the core: %s', (kind, code) => {
    expect(kinds('lib/cache/predict.ts', code)).toEqual([kind]);
    expect(kinds('lib/store/store.ts', code)).toEqual([]);
  });

  it('no fault in text, comments, dates handed in, and a document that is ours', () => {
    expect(
      kinds(
        'lib/document/text.ts',
        "const a = 'process.env'; // Date.now()",
        '/* fetch(x) */ const quote = /[\'"`]/; const b = `window.open ${a} \\` document.body`;',
        'const c = new Date(now); const d = document.sections; const e = crypto.subtle; const f = port.fetch(x); prefetch(x);',
        "const prose = `\nimport x from 'react';\n`;",
        "const g = `${`${a}`} ${{ a: '}' }.a} Math.random`;",
      ),
    ).toEqual([]);
    expect(kinds('lib/document/text.ts', 'const quote = /[\'"`]/;', 'Date.now();')).toEqual(['clock']);
    expect(kinds('lib/tokens/worker-client.ts', 'setTimeout(stop, limit);')).toEqual([]);
    expect(kinds('lib/tokens/worker-client.ts', 'const now = Date.now();')).toEqual(['clock']);
  });

  it('imports without an extension, across folders by ./, inside a folder by @/', () => {
    expect(kinds('lib/cache/a.ts', "import { b } from './b';")).toEqual(['no extension']);
    expect(kinds('lib/cache/a.ts', "import { b } from '@/lib/usage/b';")).toEqual(['no extension']);
    expect(kinds('lib/cache/a.ts', "import { b } from '../usage/b.ts';")).toEqual(['relative across folders']);
    expect(kinds('lib/cache/a.ts', "import { b } from './kv/b.ts';")).toEqual(['relative across folders']);
    expect(kinds('lib/cache/a.ts', "import { b } from '@/lib/cache/b.ts';")).toEqual(['alias inside a folder']);
  });

  it('barrels, vague names, other spellings, unknown layers and cycles', () => {
    expect(kinds('lib/cache/index.ts', '')).toEqual(['barrel']);
    expect(kinds('lib/cache/a.ts', "export * from './b.ts';")).toEqual(['barrel']);
    for (const name of ['utils', 'helpers', 'types', 'constants', 'misc', 'cacheKey', 'Cache']) {
      expect(kinds(`lib/cache/${name}.ts`, '')).toEqual(['name']);
    }
    expect(kinds('lib/caching/a.ts', '')).toEqual(['unknown layer']);
    expect(kinds('lib/loose.ts', '')).toEqual(['unknown layer']);
    const a = { path: 'lib/cache/a.ts', source: "import { b } from './b.ts';" };
    const b = { path: 'lib/cache/b.ts', source: "import type { a } from './a.ts';" };
    expect(faultsOf([a, b])).toEqual(['cycle: lib/cache/a.ts -> lib/cache/b.ts -> lib/cache/a.ts']);
  });
});
