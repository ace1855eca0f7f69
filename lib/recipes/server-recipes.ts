import { shellWord } from './quote.ts';
import type { Recipe, RecipeValues } from './recipe.ts';

const started = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

export function vllmRecipe({ model }: RecipeValues): Recipe {
  return {
    id: 'vllm',
    title: 'vLLM',
    when: 'Many requests at once on a card of your own. Its prefix cache is on from the start and shared by all requests.',
    files: [
      {
        name: 'start.sh',
        text: started([
          '# The names of models with a slash upset some clients: it is served as "local".',
          `vllm serve ${shellWord(model)} --served-model-name local \\`,
          '  --host 127.0.0.1 --port 8000 --enable-prompt-tokens-details',
          '# Tools: --enable-auto-tool-choice --tool-call-parser <the model’s>. A key: --api-key "$VLLM_API_KEY"',
        ]),
      },
    ],
    check: [
      'curl -sS http://127.0.0.1:8000/v1/models',
      "curl -sS http://127.0.0.1:8000/metrics | grep -E 'prefix_cache_(queries|hits)'",
      '# Send a long prompt twice: hits grow by whole blocks (16 tokens unless the model says otherwise).',
    ].join('\n'),
  };
}

export function llamaCppRecipe({ model }: RecipeValues): Recipe {
  return {
    id: 'llama-cpp',
    title: 'llama.cpp',
    when: 'One person on one machine, with or without a card. Its cache goes to the token, and it reports what it reads.',
    files: [
      {
        name: 'start.sh',
        text: started([
          '# One slot keeps one conversation’s prompt; more of them (-np) each keep their own.',
          `llama-server -m ${shellWord(model)} --host 127.0.0.1 --port 8080 -c 65536 -np 1 --jinja --metrics`,
        ]),
      },
    ],
    check: [
      'curl -sS http://127.0.0.1:8080/health',
      "curl -sS http://127.0.0.1:8080/metrics | grep -E 'prompt_tokens(_cached)?_total'",
    ].join('\n'),
  };
}

export function ollamaRecipe({ model }: RecipeValues): Recipe {
  return {
    id: 'ollama',
    title: 'Ollama',
    when: 'The least to set up. It reads from its cache but reports nothing of it: what was read shows only in the time to the first token.',
    files: [
      {
        name: 'start.sh',
        text: started([
          '# The context is short unless told, and a longer prompt is cut at its front without a word.',
          'OLLAMA_CONTEXT_LENGTH=65536 OLLAMA_KEEP_ALIVE=1h ollama serve &',
          `ollama pull ${shellWord(model)}`,
        ]),
      },
    ],
    check: [
      'curl -sS http://127.0.0.1:11434/v1/models',
      `curl -sS http://127.0.0.1:11434/api/chat -d ${shellWord(JSON.stringify({ model, stream: false, messages: [{ role: 'user', content: 'Hello' }] }))}`,
      '# prompt_eval_duration falls when a long prompt is sent again: that is the cache.',
    ].join('\n'),
  };
}
