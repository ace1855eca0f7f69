import { serverEmulator } from '@/lib/server/emulator/server-emulator.ts';
import { guarded } from '@/lib/server/guard.ts';

export const dynamic = 'force-dynamic';

export const GET = guarded((request) => serverEmulator().models(request));
