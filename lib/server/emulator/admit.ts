import { requestRules } from '@/lib/backends/request-rules.ts';
import { findModel, type ModelCard } from '@/lib/pricing/model-card.ts';
import { validateRequest } from '@/lib/request/validate-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { readJson } from '@/lib/server/body.ts';
import { type ApiFault, invalidRequest } from './api-fault.ts';
import { type Controls, readControls } from './controls.ts';
import { readDiagnostics } from './diagnostics.ts';
import type { EmulatorDeps } from './emulator-deps.ts';
import { workspaceOf } from './workspace.ts';

/** The provider's limit on a request's body. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** The first API version without sampling parameters, documents of the assistant and citations on a user's text. */
const WITHOUT_FORMER_FIELDS = '2026-10-21';

/** A request that may be answered. */
export interface Admitted {
  readonly workspace: string;
  readonly controls: Controls;
  readonly body: MessageCreateParamsBase;
  readonly card: ModelCard;
  /** Values of `anthropic-beta`. */
  readonly betas: readonly string[];
  readonly diagnostics: { readonly previous: string | null } | undefined;
}

const INJECTED: Readonly<Record<string, ApiFault>> = {
  '429': {
    status: 429,
    type: 'rate_limit_error',
    message: 'Asked for by x-emulator-fault: 429.',
    retryAfterSeconds: 1,
  },
  '500': { status: 500, type: 'api_error', message: 'Asked for by x-emulator-fault: 500.' },
  '529': { status: 529, type: 'overloaded_error', message: 'Overloaded. Asked for by x-emulator-fault: 529.' },
};

/** Everything that is checked before an answer, in the provider's order: key, body, fields, model. */
export async function admit(
  request: Request,
  deps: EmulatorDeps,
  options: { readonly counting: boolean },
): Promise<Result<Admitted, ApiFault>> {
  const { headers } = request;
  const workspace = workspaceOf(headers, deps.digest);
  if (!workspace.ok) return workspace;
  const controls = readControls(headers);
  if (!controls.ok) return controls;
  const injected = INJECTED[controls.value.fault ?? ''];
  if (injected) return failed(injected);

  const json = await readJson(request, MAX_BODY_BYTES, (bytes) => deps.readBody(workspace.value, bytes));
  if (!json.ok) {
    if (json.failure.code !== 'body-too-large') return failed(invalidRequest(json.failure.message));
    return failed({ status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size' });
  }
  const named = (json.value as { model?: unknown } | null)?.model;
  const model = typeof named === 'string' ? named : '';
  const betas = (headers.get('anthropic-beta') ?? '').split(',').flatMap((beta) => beta.trim() || []);
  const valid = validateRequest(json.value, {
    ...requestRules(model),
    betas,
    formerFields: (headers.get('anthropic-version') ?? '') < WITHOUT_FORMER_FIELDS,
    counting: options.counting,
  });
  if (!valid.ok) return failed(invalidRequest(valid.failure.message));
  const diagnostics = readDiagnostics(valid.value);
  if (!diagnostics.ok) return diagnostics;
  const card = findModel(model);
  if (card?.vendor !== 'anthropic' || card.retired) {
    return failed({ status: 404, type: 'not_found_error', message: `model: ${model}` });
  }
  return success({
    workspace: workspace.value,
    controls: controls.value,
    body: valid.value,
    card,
    betas,
    diagnostics: diagnostics.value,
  });
}
