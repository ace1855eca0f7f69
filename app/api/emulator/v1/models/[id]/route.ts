import { serverEmulator } from '@/lib/server/emulator/server-emulator.ts';
import { guarded } from '@/lib/server/guard.ts';

export const dynamic = 'force-dynamic';

export const GET = guarded<{ params: Promise<{ id: string }> }>(async (request, { params }) =>
  serverEmulator().model(request, (await params).id),
);
