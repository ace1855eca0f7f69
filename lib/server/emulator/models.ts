import { findModel, MODEL_CARDS, type ModelCard } from '@/lib/pricing/model-card.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { type ApiFault, invalidRequest } from './api-fault.ts';

/** A model as `GET /v1/models` gives it. */
interface ModelInfo {
  readonly type: 'model';
  readonly id: string;
  readonly display_name: string;
  readonly created_at: string;
  readonly deprecated_at: null;
  readonly retires_at: null;
  readonly lifecycle: 'active' | 'deprecated';
  readonly line: null;
  readonly max_input_tokens: number | null;
  readonly max_tokens: number | null;
  readonly capabilities: null;
}

interface ModelPage {
  readonly data: readonly ModelInfo[];
  readonly has_more: boolean;
  readonly first_id: string | null;
  readonly last_id: string | null;
}

const ANSWERED = MODEL_CARDS.filter(({ vendor, retired }) => vendor === 'anthropic' && !retired);

/** The models that answer, newest first, in pages of `limit` (1 to 1,000, 20 unless told) behind `after_id` or before `before_id`. */
export function modelPage(query: URLSearchParams): Result<ModelPage, ApiFault> {
  const limit = Number(query.get('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    return failed(invalidRequest('limit: Input should be a whole number from 1 to 1000'));
  }
  const ids = ANSWERED.map(({ id }) => id);
  const [after, before] = [query.get('after_id'), query.get('before_id')];
  const start = after === null ? 0 : ids.indexOf(after) + 1;
  const end = before === null ? ids.length : ids.indexOf(before);
  if ((after !== null && start === 0) || end === -1) {
    return failed(invalidRequest(`${end === -1 ? 'before_id' : 'after_id'}: no such model`));
  }
  const found = ANSWERED.slice(start, end);
  const data = (before === null ? found.slice(0, limit) : found.slice(-limit)).map(modelInfo);
  return success({
    data,
    has_more: data.length < found.length,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  });
}

/** One model by its id or its dated snapshot's. */
export function modelById(id: string): Result<ModelInfo, ApiFault> {
  const card = findModel(id);
  if (card?.vendor === 'anthropic' && !card.retired) return success(modelInfo(card));
  return failed({ status: 404, type: 'not_found_error', message: `model: ${id}` });
}

/** Release dates and capabilities are not on the cards: the provider's own stand-ins are the epoch and null. */
function modelInfo({ id, name, contextWindow, maxOutput, deprecation }: ModelCard): ModelInfo {
  return {
    type: 'model',
    id,
    display_name: `Claude ${name}`,
    created_at: '1970-01-01T00:00:00Z',
    deprecated_at: null,
    retires_at: null,
    lifecycle: deprecation === undefined ? 'active' : 'deprecated',
    line: null,
    max_input_tokens: contextWindow ?? null,
    max_tokens: maxOutput ?? null,
    capabilities: null,
  };
}
