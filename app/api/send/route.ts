import { backendRoute } from '@/lib/server/backend-route.ts';
import { eventResponse } from '@/lib/server/event-response.ts';
import { guarded } from '@/lib/server/guard.ts';

export const dynamic = 'force-dynamic';

/** An assembled request → the chosen backend → its events. */
export const POST = guarded(
  backendRoute(({ backend, request, options }) => eventResponse(backend.send(request, options))),
);
