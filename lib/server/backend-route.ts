import 'server-only';
import type { FailureCode } from '@/lib/errors.ts';
import { failureResponse } from './failure-response.ts';
import { type BackendCall, readBackendCall } from './send-body.ts';

/** The handler of a call to a backend: what is no such call is answered here, the rest by `answer`. */
export const backendRoute =
  (answer: (call: BackendCall) => Response | Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    const call = await readBackendCall(request);
    if (call.ok) return answer(call.value);
    return failureResponse(call.failure, STATUS_BY_CODE[call.failure.code] ?? 400);
  };

const STATUS_BY_CODE: Partial<Readonly<Record<FailureCode, number>>> = {
  'address-refused': 403,
  'backend-unknown': 404,
  'body-too-large': 413,
};
