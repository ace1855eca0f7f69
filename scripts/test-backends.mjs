import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './next.mjs';
import { startLiteLlm } from './servers/litellm.mjs';
import { startLlamaServer } from './servers/llama-server.mjs';

/**
 * npm run test:backends: the contract and the predictions against real servers. llama.cpp and LiteLLM are started here; any kind may be
 * given instead, by STRATA_TEST_<KIND>_URL with, where it needs them, STRATA_TEST_<KIND>_KEY and _MODEL.
 */
const GIVEN = ['litellm', 'vllm', 'llamacpp', 'ollama', 'lmstudio', 'sglang', 'openai', 'openrouter', 'deepseek'];

/** Nothing here may take longer; the first time includes a build. */
const LIMIT_MINUTES = 60;

function givenServers() {
  return GIVEN.flatMap((kind) => {
    const setting = (name) => process.env[`STRATA_TEST_${kind.toUpperCase()}_${name}`] || undefined;
    const url = setting('URL');
    return url ? [{ kind, url, key: setting('KEY'), model: setting('MODEL') ?? 'local' }] : [];
  });
}

async function testBackends(args) {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'strata');
  mkdirSync(cache, { recursive: true });
  const servers = givenServers();
  const stops = [];
  const notes = servers.map(({ kind }) => `ran      ${kind} (given)`);
  const have = (kind) => servers.find((server) => server.kind === kind);
  const offer = async (kind, starting) => {
    const { skipped, stop, ...server } = await starting;
    if (skipped) return void notes.push(`skipped  ${kind}: ${skipped}`);
    stops.push(stop);
    servers.push({ kind, model: 'local', ...server });
    notes.push(`ran      ${kind} (started here)`);
  };
  try {
    if (!have('llamacpp')) await offer('llamacpp', startLlamaServer(cache, console.log));
    const upstream = have('llamacpp');
    if (!have('litellm')) {
      if (upstream) await offer('litellm', startLiteLlm(cache, upstream, console.log));
      else notes.push('skipped  litellm: there is no server for it to stand in front of');
    }
    for (const kind of GIVEN)
      if (!have(kind) && !notes.some((note) => note.includes(` ${kind}:`)))
        notes.push(
          `skipped  ${kind}: STRATA_TEST_${kind.toUpperCase()}_URL is not set; its recorded shapes are tested by npm test`,
        );
    return await vitest(args, servers);
  } finally {
    await Promise.all(stops.map((stop) => stop()));
    console.log(`\nReal servers:\n${notes.join('\n')}`);
  }
}

function vitest(args, servers) {
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [program, 'run', '--config', 'vitest.servers.config.ts', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, STRATA_REAL_SERVERS: JSON.stringify(servers) },
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

const limit = setTimeout(() => {
  console.error(`The tests took more than ${LIMIT_MINUTES} minutes and were ended.`);
  process.exit(1);
}, LIMIT_MINUTES * 60_000);

try {
  process.exitCode = await testBackends(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
clearTimeout(limit);
