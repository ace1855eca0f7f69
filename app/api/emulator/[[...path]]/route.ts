import { serverEmulator } from '@/lib/server/emulator/server-emulator.ts';
import { guarded } from '@/lib/server/guard.ts';

export const dynamic = 'force-dynamic';

const elsewhere = (request: Request): Promise<Response> => serverEmulator().elsewhere(request);

export const GET = guarded(elsewhere);
export const POST = guarded(elsewhere);
export const PUT = guarded(elsewhere);
export const PATCH = guarded(elsewhere);
export const DELETE = guarded(elsewhere);
