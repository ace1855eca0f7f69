import { evaluateMessages } from '@/lib/cache/messages-policy.ts';
import type { Result } from '@/lib/result.ts';
import { byteStream } from '@/lib/server/byte-stream.ts';
import { type Admitted, admit } from './admit.ts';
import { type ApiFault, faultResponse, invalidRequest } from './api-fault.ts';
import { diagnostics } from './diagnostics.ts';
import type { EmulatorDeps } from './emulator-deps.ts';
import { type Answer, wireMessage } from './message.ts';
import { streamPortions } from './message-stream.ts';
import { modelById, modelPage } from './models.ts';
import { exhaustedHeaders, rateLimitHeaders } from './rate-limit-headers.ts';
import { reply } from './reply.ts';
import { requestChain } from './request-chain.ts';
import { isUnreachable } from './unreachable-store.ts';
import { workspaceOf } from './workspace.ts';

/** The Messages API without a model: the same requests, the same answers in form, the cache by the rules. */
export interface Emulator {
  messages(request: Request): Promise<Response>;
  countTokens(request: Request): Promise<Response>;
  models(request: Request): Promise<Response>;
  model(request: Request, id: string): Promise<Response>;
  /** Every other path. */
  elsewhere(request: Request): Promise<Response>;
}

export function createEmulator(deps: EmulatorDeps): Emulator {
  /** Every answer has a request id, and a store that cannot be reached is a fault like any other. */
  const answered = async (
    request: Request,
    act: (requestId: string) => Promise<Response | ApiFault>,
  ): Promise<Response> => {
    const seed = request.headers.get('x-emulator-seed')?.trim();
    const requestId = seed ? seededId('req_01', seed, deps) : deps.ids.request();
    const answer = await act(requestId).catch((error: unknown): ApiFault => {
      if (isUnreachable(error)) return STORE_FAILED;
      throw error;
    });
    if (answer instanceof Response) return answer;
    return faultResponse(answer, requestId, answer.status === 429 ? exhaustedHeaders(deps.clock()) : {});
  };
  const listed = (request: Request, find: () => Result<object, ApiFault>) =>
    answered(request, async (requestId) => {
      const workspace = workspaceOf(request.headers, deps.digest);
      if (!workspace.ok) return workspace.failure;
      const found = find();
      return found.ok ? Response.json(found.value, { headers: answerHeaders(requestId) }) : found.failure;
    });
  return {
    messages: (request) =>
      answered(request, async (requestId) => {
        const admitted = await admit(request, deps, { counting: false });
        return admitted.ok ? answer(admitted.value, deps, { requestId, signal: request.signal }) : admitted.failure;
      }),
    countTokens: (request) =>
      answered(request, async (requestId) => {
        const admitted = await admit(request, deps, { counting: true });
        if (!admitted.ok) return admitted.failure;
        const { totalTokens } = requestChain(admitted.value, deps);
        return Response.json({ input_tokens: totalTokens }, { headers: answerHeaders(requestId) });
      }),
    models: (request) => listed(request, () => modelPage(new URL(request.url).searchParams)),
    model: (request, id) => listed(request, () => modelById(id)),
    elsewhere: (request) => answered(request, async () => notAnswered(request)),
  };
}

const notAnswered = ({ method, url }: Request): ApiFault => ({
  status: 404,
  type: 'not_found_error',
  message: `There is no ${method} ${new URL(url).pathname} here. The emulator answers POST /v1/messages, POST /v1/messages/count_tokens, GET /v1/models and GET /v1/models/{id}.`,
});

const STORE_FAILED: ApiFault = {
  status: 500,
  type: 'api_error',
  message: 'The emulator’s cache cannot be reached. Is the server behind REDIS_URL running?',
};

interface Call {
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/**
 * When the answer begins, what was read is refreshed from the request's start, and what is created can be read; neither if nobody waits
 * for it.
 */
async function answer(admitted: Admitted, deps: EmulatorDeps, call: Call): Promise<Response | ApiFault> {
  const { requestId, signal } = call;
  const { body, card, controls, workspace, betas } = admitted;
  const { latency, script } = controls;
  const now = controls.now ?? deps.clock();
  const chain = requestChain(admitted, deps);
  if (chain.totalTokens > (card.contextWindow ?? Number.POSITIVE_INFINITY)) {
    return invalidRequest(`prompt is too long: ${chain.totalTokens} tokens > ${card.contextWindow} maximum`);
  }
  const held = await deps.store.get(
    workspace,
    chain.positions.map(({ key }) => key),
  );
  const outcome = evaluateMessages(chain, (key) => held.get(key), now, deps.rules);

  if (latency.first > 0) await deps.sleep(latency.first, signal);
  if (signal.aborted) return new Response(null, { status: 499, headers: answerHeaders(requestId) });
  const readableAt = controls.now === undefined ? deps.clock() : controls.now + latency.first;
  const isRefused = script?.stopReason === 'refusal';
  const created = isRefused ? [] : outcome.created.map((entry) => ({ ...entry, readableAt }));
  await deps.store.put(workspace, [...outcome.refreshed, ...created]);

  const id = controls.seed ? seededId('msg_01', controls.seed, deps) : deps.ids.message();
  const count = (text: string) => deps.countTokens(text, card.tokenizer).tokens;
  const asked = admitted.diagnostics;
  const found = asked && (await diagnostics({ request: body, betas, chain, workspace, messageId: id, ...asked }, deps));
  const whole: Answer = {
    id,
    request: body,
    card,
    outcome,
    reply: reply({ request: body, outcome, script, count }),
    diagnostics: found ?? null,
  };
  const isCut = controls.fault === 'cut';
  const portions = body.stream ? streamPortions(whole, isCut) : [plainText(whole, isCut)];
  const pause = () => deps.sleep(latency.between, signal);
  return new Response(
    latency.between > 0 ? byteStream(paced(portions, pause, signal), (portion) => portion) : portions.join(''),
    {
      headers: {
        ...answerHeaders(requestId),
        ...rateLimitHeaders(now, outcome.usage, whole.reply.outputTokens),
        'content-type': body.stream ? 'text/event-stream; charset=utf-8' : 'application/json',
      },
    },
  );
}

function plainText(whole: Answer, isCut: boolean): string {
  const json = JSON.stringify(wireMessage(whole));
  return isCut ? json.slice(0, json.length / 2) : json;
}

/** Portions with a pause between them, as long as somebody waits for the next. */
async function* paced(
  portions: readonly string[],
  pause: () => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  for (const [index, portion] of portions.entries()) {
    if (index > 0) await pause();
    if (signal.aborted) return;
    yield portion;
  }
}

const seededId = (prefix: string, seed: string, { digest }: EmulatorDeps): string =>
  prefix + digest(`${prefix}\n${seed}`).slice(0, 22);

const answerHeaders = (requestId: string) => ({ 'request-id': requestId, 'cache-control': 'no-store' });
