import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import type { OwnServer } from '@/lib/backends/own-server.ts';
import { type RecipeValues, valuesFault } from '@/lib/recipes/recipe.ts';

/** Where servers listen when nobody tells them otherwise. */
const ADDRESSES: Readonly<Partial<Record<BackendKind, string>>> = {
  litellm: 'http://127.0.0.1:4000',
  vllm: 'http://127.0.0.1:8000',
  llamacpp: 'http://127.0.0.1:8080',
  ollama: 'http://127.0.0.1:11434',
  lmstudio: 'http://127.0.0.1:1234',
  sglang: 'http://127.0.0.1:30000',
};

/** What the recipes begin with: the visitor's own server, else the chosen kind where it listens by itself. No declared address is known to the page. */
export function firstValues(kind: BackendKind | undefined, model: string, own: OwnServer | undefined): RecipeValues {
  const known = kind === undefined || kind === 'emulator' ? 'vllm' : kind;
  const values = {
    kind: known,
    serverUrl: own?.baseUrl ?? ADDRESSES[known] ?? 'http://127.0.0.1:8000',
    model,
    publicHost: 'llm.example.com',
  };
  return valuesFault(values) ? { ...values, serverUrl: 'http://127.0.0.1:8000' } : values;
}
