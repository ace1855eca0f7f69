import { get } from 'node:http';
import { chromium } from 'playwright';
import { findBrowser } from '@/scripts/browser.mjs';
import { bar, heading, kilobytes, table } from './report.ts';

const LIMIT_BYTES = 200_000;

/** (d) What '/' makes a browser fetch before anybody touches it: scripts of the page apart from those of its worker. */
export async function firstLoad(server: string): Promise<void> {
  const { path } = await findBrowser();
  const browser = await chromium.launch(path ? { executablePath: path } : {});
  const page = await browser.newPage();
  await page.goto(server, { waitUntil: 'networkidle' });
  await page
    .getByText(/read\s/)
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  const [worker] = page.workers();
  const ofPage = await page.evaluate(fetched);
  const ofWorker = worker ? [worker.url(), ...(await worker.evaluate(fetched))] : [];
  await browser.close();

  const entry = worker && pathOf(worker.url());
  const workerPaths = new Set(ofWorker.map(pathOf));
  const pagePaths = new Set(ofPage.map(pathOf).filter((each) => each !== entry));
  const scripts = await sizes(server, [...pagePaths].filter(isScript));
  const workers = await sizes(server, [...workerPaths].filter(isScript));
  const others = await sizes(server, ['/', ...[...pagePaths].filter((each) => !isScript(each))]);
  heading("(d) First load of '/', before any interaction");
  table(
    ['', 'files', 'gzip', 'plain'],
    [
      row('scripts of the page', scripts),
      row('scripts of the counting worker (after the first paint)', workers),
      row('document, styles, fonts, icon', others),
    ],
  );
  const bytes = sum(scripts, 'sent');
  bar(`under ${kilobytes(LIMIT_BYTES)} of scripts on the main thread`, kilobytes(bytes), bytes < LIMIT_BYTES);
}

interface Size {
  readonly path: string;
  readonly sent: number;
  readonly plain: number;
}

const row = (name: string, all: readonly Size[]): string[] => [
  name,
  String(all.length),
  kilobytes(sum(all, 'sent')),
  kilobytes(sum(all, 'plain')),
];
const sum = (all: readonly Size[], field: 'sent' | 'plain'): number =>
  all.reduce((total, each) => total + each[field], 0);
const isScript = (path: string): boolean => path.endsWith('.js');
const pathOf = (url: string): string => new URL(url).pathname;

/** Runs in the page or its worker. */
const fetched = (): string[] =>
  performance.getEntriesByType('resource').flatMap(({ name }) => (name.startsWith('http') ? [name] : []));

/** The bytes as the server sends them to a browser, and unpacked. */
function sizes(server: string, paths: readonly string[]): Promise<Size[]> {
  return Promise.all(
    paths.map(async (path) => ({
      path,
      sent: await length(server + path, 'gzip'),
      plain: await length(server + path, 'identity'),
    })),
  );
}

function length(url: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, async (response) => {
      let bytes = 0;
      for await (const chunk of response) bytes += (chunk as Buffer).length;
      resolve(bytes);
    }).once('error', reject);
  });
}
