import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { openPage } from './open-page.ts';

/** Serves the floor of a keystroke: a page that is CodeMirror and nothing else, with this text. */
export async function serveBareEditor(text: string): Promise<{ address: string; stop: () => void }> {
  const outDir = fileURLToPath(new URL('../test-results/bench', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL('bare-editor.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'bare-editor.js',
      },
    },
  });
  const script = await readFile(`${outDir}/bare-editor.js`, 'utf8');
  const server = createServer((request, response) => {
    const isScript = request.url === '/bare-editor.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : '<!doctype html><body><script type="module" src="/bare-editor.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/#${encodeURIComponent(text)}`, stop: () => server.close() };
}

/** Opens that page, with the caret in its text. */
export async function openBareEditor(browser: Browser, address: string): Promise<Page> {
  const page = await openPage(browser, address);
  await page.getByLabel('Bare editor').click();
  return page;
}
