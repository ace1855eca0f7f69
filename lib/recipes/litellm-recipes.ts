import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import { quoted, shellWord } from './quote.ts';
import { bareUrl, type Recipe, type RecipeValues } from './recipe.ts';

/** The provider prefix by which LiteLLM knows a kind (its source, November 2026): openai/ would ask compatible servers for /v1/responses. */
const PREFIXES: Readonly<Partial<Record<BackendKind, string>>> = {
  anthropic: 'anthropic',
  openai: 'openai',
  openrouter: 'openrouter',
  deepseek: 'deepseek',
  'gemini-compatible': 'gemini',
  'bedrock-compatible': 'bedrock',
};

const KEY_VARIABLES: Readonly<Partial<Record<BackendKind, string>>> = {
  anthropic: 'ANTHROPIC_API_KEY',
  openai: 'OPENAI_API_KEY',
  openrouter: 'OPENROUTER_API_KEY',
  deepseek: 'DEEPSEEK_API_KEY',
  'gemini-compatible': 'GEMINI_API_KEY',
};

/** `provider/model` and where it is, as lines of `litellm_params`; a compatible server is reached at its `/v1`. */
function modelLines(values: RecipeValues, base = `${bareUrl(values)}/v1`): string[] {
  const prefix = PREFIXES[values.kind];
  if (prefix === undefined) {
    return [
      `      model: ${quoted(`hosted_vllm/${values.model}`)}`,
      `      api_base: ${quoted(base)}`,
      '      api_key: none',
    ];
  }
  const variable = KEY_VARIABLES[values.kind];
  return [
    `      model: ${quoted(`${prefix}/${values.model}`)}`,
    ...(variable ? [`      api_key: os.environ/${variable}`] : []),
  ];
}

const configOf = (values: RecipeValues, lines: readonly string[], settings: readonly string[] = []): string =>
  [
    'model_list:',
    `  - model_name: ${quoted(values.model)}`,
    '    litellm_params:',
    ...lines,
    'litellm_settings:',
    '  # Parameters that a provider does not know are left out instead of refused; cache_control is not affected.',
    '  drop_params: true',
    ...settings,
    'general_settings:',
    '  # It must begin with sk-.',
    '  master_key: os.environ/LITELLM_MASTER_KEY',
    '',
  ].join('\n');

const CHECK_URL = 'http://127.0.0.1:4000/v1/messages';

function check(values: RecipeValues): string {
  const body = JSON.stringify({ model: values.model, max_tokens: 16, messages: [{ role: 'user', content: 'Hello' }] });
  return [
    `curl -sS ${CHECK_URL} -H "authorization: Bearer $LITELLM_MASTER_KEY" \\`,
    `  -H "content-type: application/json" -d ${shellWord(body)}`,
    '# Sent twice with a long prompt, usage shows cache_read_input_tokens, where the server behind reports it.',
  ].join('\n');
}

export function liteLlmRecipe(values: RecipeValues): Recipe {
  return {
    id: 'litellm',
    title: 'LiteLLM in front',
    when: 'One address for several models, keys of your own for people, and the Messages API in front of servers that do not speak it.',
    files: [
      { name: 'config.yaml', text: configOf(values, modelLines(values)) },
      {
        name: 'start.sh',
        text: [
          "pip install 'litellm[proxy]'",
          'export LITELLM_MASTER_KEY="sk-$(openssl rand -hex 16)"',
          'litellm --config config.yaml --host 127.0.0.1 --port 4000',
          '',
        ].join('\n'),
      },
    ],
    check: check(values),
    ...(PREFIXES[values.kind] === undefined && {
      warning:
        'Its adapter keeps the billing header, and a vLLM behind it does not get to drop it: switch it off in the client.',
    }),
  };
}

export function composeRecipe(values: RecipeValues): Recipe {
  const inside = { ...values, kind: 'vllm' as const };
  return {
    id: 'litellm-vllm',
    title: 'LiteLLM and vLLM by docker compose',
    when: 'A machine with an NVIDIA card of your own. vLLM reports what it reads from its prefix cache, and LiteLLM passes it on.',
    files: [
      { name: 'config.yaml', text: configOf(inside, modelLines({ ...inside, model: 'local' }, 'http://vllm:8000/v1')) },
      {
        name: 'docker-compose.yml',
        text: [
          'services:',
          '  vllm:',
          '    # Name a version instead of latest once it works.',
          '    image: vllm/vllm-openai:latest',
          `    command: ["--model", ${quoted(values.model)}, "--served-model-name", "local", "--enable-prompt-tokens-details"]`,
          '    ipc: host',
          '    environment:',
          '      # As it stands in your shell.',
          '      - HF_TOKEN',
          '    volumes:',
          '      - models:/root/.cache/huggingface',
          '    deploy:',
          '      resources:',
          '        reservations:',
          '          devices: [{ driver: nvidia, count: all, capabilities: [gpu] }]',
          '    healthcheck:',
          '      test: ["CMD", "curl", "-fsS", "http://127.0.0.1:8000/health"]',
          '      interval: 10s',
          '      retries: 120',
          '  litellm:',
          '    image: ghcr.io/berriai/litellm:main-stable',
          '    command: ["--config", "/app/config.yaml", "--port", "4000"]',
          '    environment:',
          '      - LITELLM_MASTER_KEY',
          '    volumes:',
          '      - ./config.yaml:/app/config.yaml:ro',
          '    ports:',
          '      - "127.0.0.1:4000:4000"',
          '    depends_on:',
          '      vllm: { condition: service_healthy }',
          'volumes:',
          '  models:',
          '',
        ].join('\n'),
      },
    ],
    check: `export LITELLM_MASTER_KEY="sk-$(openssl rand -hex 16)"\ndocker compose up -d --wait\n${check(values)}`,
  };
}

export function responseCacheRecipe(values: RecipeValues): Recipe {
  return {
    id: 'litellm-redis',
    title: 'LiteLLM’s response cache in Redis',
    when: 'The very same request comes again and again, and the same answer will do: in tests, or for demonstrations.',
    files: [
      {
        name: 'config.yaml',
        text: configOf(values, modelLines(values), [
          '  cache: true',
          '  cache_params:',
          '    type: redis',
          '    host: os.environ/REDIS_HOST',
          '    port: os.environ/REDIS_PORT',
          '    password: os.environ/REDIS_PASSWORD',
          '    ttl: 600',
        ]),
      },
    ],
    check: `curl -sS -D - -o /dev/null ${CHECK_URL} -H "authorization: Bearer $LITELLM_MASTER_KEY" -H "content-type: application/json" -d @request.json | grep -i x-litellm-cache-key\n# The second time the header is there: the model was not asked.`,
    warning:
      'This is no prompt cache. It stores whole answers: an exact repeat does not reach the model and replays the usage of the first time, so that every measurement of cache reads, times and costs is wrong while it is on. Switch it off to measure, or change the last user turn.',
  };
}
