import { guarded } from '@/lib/server/guard.ts';
import { version } from '@/package.json';

export const GET = guarded(() => Response.json({ ok: true, name: 'strata', version }));
