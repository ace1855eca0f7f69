import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

export type Handler = (request: Request, context: unknown) => Promise<Response>;

/**
 * The POST handler of a route as a build makes it: bundled, and without what tsx adds to keep the names of functions, which is a third
 * of the time of a request.
 */
export async function productionRoute(path: string): Promise<Handler> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const outDir = fileURLToPath(new URL('../test-results/bench', import.meta.url));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@': root } },
    build: { ssr: path, outDir, minify: false, rollupOptions: { output: { entryFileNames: 'route.mjs' } } },
  });
  const { POST } = (await import(pathToFileURL(`${outDir}/route.mjs`).href)) as { POST: Handler };
  return POST;
}
