import { eventResponse } from '@/lib/server/event-response.ts';
import { failureResponse } from '@/lib/server/failure-response.ts';
import { guarded } from '@/lib/server/guard.ts';
import { failureStatus, readBackendCall } from '@/lib/server/send-body.ts';

export const dynamic = 'force-dynamic';

/** An assembled request → the chosen backend → its events. */
export const POST = guarded(async (request) => {
  const call = await readBackendCall(request);
  if (!call.ok) return failureResponse(call.failure, failureStatus(call.failure));
  return eventResponse(call.value.backend.send(call.value.request, call.value.options));
});
