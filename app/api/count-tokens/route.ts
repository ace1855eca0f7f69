import { backendRoute } from '@/lib/server/backend-route.ts';
import { failureResponse } from '@/lib/server/failure-response.ts';
import { guarded } from '@/lib/server/guard.ts';

export const dynamic = 'force-dynamic';

/** The chosen backend's own count of a request's input tokens. */
export const POST = guarded(
  backendRoute(async ({ backend, request, options }) => {
    const counted = await backend.countTokens(request, options);
    if (!counted.ok) return failureResponse(counted.failure, 502);
    return Response.json({ tokens: counted.value }, { headers: { 'cache-control': 'no-store' } });
  }),
);
