import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../port.mjs';
import { healthy, run, start } from './child.mjs';
import { writeRandomModel } from './random-model.mjs';

/** The npm package that holds llama.cpp's sources, as a git bundle. */
const SOURCE = 'node-llama-cpp@3.22.1';
const BUILD_SECONDS = 2_400;

/** The key of the server that is started here; it is no secret, and wants to be one that no other server takes. */
const KEY = 'sk-strata-test-server';

/** Starts a real llama.cpp with a model of random weights. Resolves to `{ url, key, stop }`, or to `{ skipped }`, why it cannot run. */
export async function startLlamaServer(cache, say) {
  const home = join(cache, `llama-${SOURCE.split('@')[1]}`);
  mkdirSync(home, { recursive: true });
  const built = join(home, 'build', 'bin', process.platform === 'win32' ? 'llama-server.exe' : 'llama-server');
  const vocabulary = join(home, 'source', 'models', 'ggml-vocab-gpt-2.gguf');
  const found = onPath('llama-server');
  const failed =
    (await fetchSource(home, vocabulary)) ?? (found || existsSync(built) ? undefined : await build(home, say));
  if (failed) return { skipped: failed };
  const model = join(home, 'random.gguf');
  writeRandomModel(vocabulary, model);
  const port = await freePort(8390);
  const log = join(home, 'server.log');
  const server = start(found ?? built, serverArgs(model, port), { log });
  const url = `http://127.0.0.1:${port}`;
  const ill = await healthy(`${url}/health`, server, log, 60);
  if (!ill) return { url, key: KEY, stop: server.stop };
  await server.stop();
  return { skipped: ill };
}

/** One slot, no prompts saved beside it and one thread: figures that depend on nothing else. */
const serverArgs = (model, port) => [
  ...['-m', model, '--host', '127.0.0.1', '--port', String(port), '--api-key', KEY],
  ...['-c', '32768', '-np', '1', '-t', '1', '--cache-ram', '0', '--chat-template', 'chatml', '--offline', '--metrics'],
];

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The sources are needed for the vocabulary even where a server is on the path. */
async function fetchSource(home, vocabulary) {
  if (existsSync(vocabulary)) return undefined;
  const options = { cwd: home, log: join(home, 'source.log') };
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const archive = `node-llama-cpp-${SOURCE.split('@')[1]}.tgz`;
  const packed = await run(npm, ['pack', '--silent', SOURCE], options, 300);
  if (packed) return `its sources cannot be had: ${packed}`;
  // A clone that was broken off must not stand in the way of the next.
  rmSync(join(home, 'source.new'), { recursive: true, force: true });
  const bundle = join('package', 'llama', 'gitRelease.bundle');
  const failed =
    (await run('tar', ['xzf', archive], options, 120)) ??
    (await run('git', ['clone', '--quiet', bundle, 'source.new'], options, 300));
  if (!failed) renameSync(join(home, 'source.new'), join(home, 'source'));
  return failed;
}

async function build(home, say) {
  say('llama.cpp is built once, which takes some minutes …');
  const configure = ['-S', 'source', '-B', 'build', ...Object.entries(SWITCHES).map(([name, on]) => `-D${name}=${on}`)];
  const options = { cwd: home, log: join(home, 'build.log') };
  const jobs = String(cpus().length);
  return (
    (await run('cmake', configure, options, 300)) ??
    run('cmake', ['--build', 'build', '--target', 'llama-server', '-j', jobs], options, BUILD_SECONDS)
  );
}

const SWITCHES = {
  CMAKE_BUILD_TYPE: 'Release',
  BUILD_SHARED_LIBS: 'OFF',
  LLAMA_BUILD_TESTS: 'OFF',
  LLAMA_BUILD_EXAMPLES: 'OFF',
  LLAMA_BUILD_SERVER: 'ON',
  LLAMA_BUILD_UI: 'OFF',
  LLAMA_BUILD_APP: 'OFF',
  LLAMA_USE_PREBUILT_UI: 'OFF',
  LLAMA_OPENSSL: 'OFF',
  LLAMA_CURL: 'OFF',
};
