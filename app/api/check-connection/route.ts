import { backendRoute } from '@/lib/server/backend-route.ts';
import { checkResponse } from '@/lib/server/check-response.ts';
import { guarded } from '@/lib/server/guard.ts';

export const dynamic = 'force-dynamic';

/** What the chosen backend can do, asked of itself: a line for each answer, as each is known. */
export const POST = guarded(backendRoute(checkResponse));
