import type { Failure } from '@/lib/errors.ts';
import { fieldsOf } from '@/lib/json-value.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { API_VERSION } from './api-version.ts';
import type { SendOptions } from './backend.ts';
import { defaultFamily } from './backend-kind.ts';
import { carefulFetch } from './careful-fetch.ts';
import type { BackendSettings } from './create-backend.ts';
import { translateError } from './translate-error.ts';

const PATIENCE = { begin: 15_000, silence: 15_000 };
const MOST = 1000;

/** The ids that a server lists under `/v1/models`; none of the kinds needs more than that. Faults are failures, as those of sending. */
export async function listModels(settings: BackendSettings, call: SendOptions): Promise<Result<string[]>> {
  const { description, keyFor, fetch: inner = fetch } = settings;
  const key = keyFor(call);
  if (!key.ok) return key;
  const headers = {
    accept: 'application/json',
    ...(key.value !== undefined && { authorization: `Bearer ${key.value}` }),
    ...(description.kind === 'anthropic' && { 'anthropic-version': API_VERSION }),
  };
  try {
    const response = await carefulFetch(
      inner,
      description.name,
      PATIENCE,
    )(modelsUrl(settings), { headers, signal: call.signal });
    if (response.ok) return success(idsOf(await response.json()));
    await response.body?.cancel();
    return failed(refused(description.name, response.status));
  } catch (error) {
    const { name: backend } = description;
    const secrets = key.value === undefined ? [] : [key.value];
    return failed(
      translateError(error, { backend, key: description.key, stopped: call.signal.aborted, begun: false, secrets }),
    );
  }
}

/** Below the version that the interface stands under: a bare address leaves it out, and OpenAI's are taken as they are otherwise. */
function modelsUrl({ baseURL, description: { kind, family = defaultFamily(kind) } }: BackendSettings): string {
  const base = baseURL.replace(/\/+$/, '');
  if (kind === 'anthropic') return `${base.replace(/\/v1$/, '')}/v1/models?limit=1000`;
  const isVersioned = /^https?:\/\/[^/]+\/./i.test(base) && family !== 'messages';
  return isVersioned ? `${base}/models` : `${base.replace(/\/v1$/, '')}/v1/models`;
}

/** `{ data: [{ id }] }` everywhere; anything else lists nothing. */
function idsOf(body: unknown): string[] {
  const { data } = fieldsOf(body);
  if (!Array.isArray(data)) return [];
  return data
    .map((each: unknown) => fieldsOf(each)['id'])
    .filter((id): id is string => typeof id === 'string' && id !== '')
    .slice(0, MOST);
}

function refused(backend: string, status: number): Failure {
  if (status === 401 || status === 403) {
    return { code: 'backend-refused-key', message: `${backend} refused the key (${status}).`, place: 'key' };
  }
  return { code: 'backend-failed', message: `${backend} lists no models (${status}).`, place: 'models' };
}
