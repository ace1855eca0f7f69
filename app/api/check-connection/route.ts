import { checkResponse } from '@/lib/server/check-response.ts';
import { failureResponse } from '@/lib/server/failure-response.ts';
import { guarded } from '@/lib/server/guard.ts';
import { failureStatus, readBackendCall } from '@/lib/server/send-body.ts';

export const dynamic = 'force-dynamic';

/** What the chosen backend can do, asked of itself: a line for each answer, as each is known. */
export const POST = guarded(async (request) => {
  const call = await readBackendCall(request);
  return call.ok ? checkResponse(call.value) : failureResponse(call.failure, failureStatus(call.failure));
});
