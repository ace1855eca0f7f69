import { serverEmulator } from '@/lib/server/emulator/server-emulator.ts';
import { guarded } from '@/lib/server/guard.ts';

export const dynamic = 'force-dynamic';

const answer = guarded((request) => serverEmulator().elsewhere(request));

export const GET = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
