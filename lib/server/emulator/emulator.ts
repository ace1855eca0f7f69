import { evaluateMessages } from '@/lib/cache/messages-policy.ts';
import { byteStream } from '@/lib/server/byte-stream.ts';
import { type Admitted, admit } from './admit.ts';
import { faultResponse } from './api-fault.ts';
import type { EmulatorDeps } from './emulator-deps.ts';
import { wireMessage } from './message.ts';
import { messageStream } from './message-stream.ts';
import { reply } from './reply.ts';
import { requestChain } from './request-chain.ts';

/** The Messages API without a model: the same requests, the same answers in form, the cache by the rules. */
export interface Emulator {
  messages(request: Request): Promise<Response>;
  countTokens(request: Request): Promise<Response>;
}

export function createEmulator(deps: EmulatorDeps): Emulator {
  return {
    messages: async (request) => {
      const requestId = deps.ids.request();
      const admitted = await admit(request, deps, { counting: false });
      if (!admitted.ok) return faultResponse(admitted.failure, requestId);
      return answer(admitted.value, deps, { requestId, signal: request.signal });
    },
    countTokens: async (request) => {
      const requestId = deps.ids.request();
      const admitted = await admit(request, deps, { counting: true });
      if (!admitted.ok) return faultResponse(admitted.failure, requestId);
      const { totalTokens } = requestChain(admitted.value, deps);
      return Response.json({ input_tokens: totalTokens }, { headers: answerHeaders(requestId) });
    },
  };
}

interface Call {
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** What was read is refreshed at once; what is created can be read when the answer begins, and never if nobody waits for it. */
async function answer(admitted: Admitted, deps: EmulatorDeps, { requestId, signal }: Call): Promise<Response> {
  const { body, card, controls, workspace } = admitted;
  const { latency } = controls;
  const now = controls.now ?? deps.clock();
  const chain = requestChain(admitted, deps);
  const keys = chain.positions.map(({ key }) => key);
  const held = await deps.store.get(workspace, keys);
  const outcome = evaluateMessages(chain, (key) => held.get(key), now, deps.rules);
  await deps.store.put(workspace, outcome.refreshed);

  if (latency.first > 0) await deps.sleep(latency.first, signal);
  if (signal.aborted) return new Response(null, { status: 499, headers: answerHeaders(requestId) });
  const readableAt = controls.now === undefined ? deps.clock() : controls.now + latency.first;
  await deps.store.put(
    workspace,
    outcome.created.map((entry) => ({ ...entry, readableAt })),
  );

  const id = deps.ids.message();
  const answered = reply(outcome, body.max_tokens, (text) => deps.countTokens(text, card.tokenizer).tokens);
  const cut = controls.fault === 'cut';
  if (!body.stream) {
    const json = JSON.stringify(wireMessage(id, body, outcome, answered));
    const headers = { ...answerHeaders(requestId), 'content-type': 'application/json' };
    return new Response(cut ? json.slice(0, json.length / 2) : json, { headers });
  }
  const stream = messageStream({
    id,
    request: body,
    outcome,
    reply: answered,
    cut,
    pause: latency.between > 0 ? () => deps.sleep(latency.between, signal) : undefined,
    isStopped: () => signal.aborted,
  });
  const headers = { ...answerHeaders(requestId), 'content-type': 'text/event-stream; charset=utf-8' };
  return new Response(byteStream(stream), { headers });
}

const answerHeaders = (requestId: string) => ({ 'request-id': requestId, 'cache-control': 'no-store' });
