import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../port.mjs';
import { healthy, run, start } from './child.mjs';

const KEY = 'sk-strata-test-proxy';
const MODEL = 'local';

/** Starts a real LiteLLM in front of another server. Resolves to `{ url, key, model, stop }`, or to `{ skipped }`, why it cannot run. */
export async function startLiteLlm(cache, upstream, say) {
  const home = join(cache, 'litellm');
  mkdirSync(home, { recursive: true });
  const program = join(home, 'bin', 'litellm');
  const failed = existsSync(program) ? undefined : await install(home, say);
  if (failed) return { skipped: failed };
  const config = join(home, 'strata-test.yaml');
  writeFileSync(config, configFor(upstream));
  const port = await freePort(4390);
  const log = join(home, 'server.log');
  const env = { LITELLM_LOCAL_MODEL_COST_MAP: 'True', LITELLM_TELEMETRY: 'False', DATABASE_URL: undefined };
  const args = ['--config', config, '--host', '127.0.0.1', '--port', String(port), '--telemetry', 'False'];
  const server = start(program, args, { log, env, cwd: home });
  const url = `http://127.0.0.1:${port}`;
  const ill = await healthy(`${url}/health/liveliness`, server, log, 120);
  if (!ill) return { url, key: KEY, model: MODEL, stop: server.stop };
  await server.stop();
  return { skipped: ill };
}

async function install(home, say) {
  say('LiteLLM is installed once, into a virtual environment of its own …');
  const log = join(home, 'install.log');
  const made = await run('python3', ['-m', 'venv', home], { log }, 120);
  if (made) return made;
  const pip = ['-m', 'pip', 'install', '--quiet', '--timeout', '15', '--retries', '1', 'litellm[proxy]'];
  const failed = await run(join(home, 'bin', 'python'), pip, { log }, 900);
  return failed && `it cannot be installed: ${failed}`;
}

/** `hosted_vllm` stands for any server with chat completions; `openai` would ask for responses. */
const configFor = ({ url, key }) => `model_list:
  - model_name: ${MODEL}
    litellm_params: { model: hosted_vllm/local, api_base: ${url}/v1, api_key: ${key} }
litellm_settings: { drop_params: true }
general_settings: { master_key: ${KEY} }
`;
