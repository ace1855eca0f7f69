import { Workbench } from '@/components/workbench/workbench.tsx';
import { PRESETS } from '@/lib/document/presets.ts';
import { defaultBackend, describeBackends } from '@/lib/server/backends.ts';
import { isLocalMode } from '@/lib/server/local-mode.ts';

/** Rendered per request: the content policy's nonce changes each time, and so may the configured backends. */
export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <Workbench
      backends={describeBackends()}
      defaultBackend={defaultBackend()}
      isLocal={isLocalMode()}
      presets={PRESETS}
    />
  );
}
