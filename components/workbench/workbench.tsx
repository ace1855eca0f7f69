'use client';

import { useEffect, useState } from 'react';
import type { BackendDescription } from '@/lib/backends/backend.ts';
import type { PresetList } from '@/lib/document/preset.ts';
import { Playground } from './playground.tsx';
import { type Workbench as Services, startWorkbench } from './start-workbench.ts';
import { WorkbenchContext } from './workbench-context.tsx';
import { WorkbenchSkeleton } from './workbench-skeleton.tsx';

type WorkbenchProps = {
  backends: readonly BackendDescription[];
  defaultBackend: string;
  isLocal: boolean;
  presets: PresetList;
};

/** Starts the workbench in the browser (saved work and links are only known there) and shows it. */
export function Workbench({ backends, defaultBackend, isLocal, presets }: WorkbenchProps) {
  const [services, setServices] = useState<Services>();
  const [fault, setFault] = useState<Error>();
  useEffect(() => {
    let started: Services | undefined;
    let isGone = false;
    startWorkbench({ backends, defaultBackend, isLocal, presets }).then((ready) => {
      started = ready;
      if (isGone) ready.dispose();
      else setServices(ready);
    }, setFault);
    return () => {
      isGone = true;
      started?.dispose();
    };
  }, [backends, defaultBackend, isLocal, presets]);
  if (fault) throw fault;
  if (!services) return <WorkbenchSkeleton />;
  return (
    <WorkbenchContext value={services}>
      <Playground />
    </WorkbenchContext>
  );
}
