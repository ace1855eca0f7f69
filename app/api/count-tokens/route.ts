import { failureResponse } from '@/lib/server/failure-response.ts';
import { guarded } from '@/lib/server/guard.ts';
import { failureStatus, readBackendCall } from '@/lib/server/send-body.ts';

export const dynamic = 'force-dynamic';

/** The chosen backend's own count of a request's input tokens. */
export const POST = guarded(async (request) => {
  const call = await readBackendCall(request);
  if (!call.ok) return failureResponse(call.failure, failureStatus(call.failure));
  const counted = await call.value.backend.countTokens(call.value.request, call.value.options);
  if (!counted.ok) return failureResponse(counted.failure, 502);
  return Response.json({ tokens: counted.value }, { headers: { 'cache-control': 'no-store' } });
});
