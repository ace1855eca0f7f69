'use client';

import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { switchFlag } from '@/lib/document/edit-settings.ts';
import { memoryBar } from '@/lib/store/analysis/memory-bar.ts';

/** The flag that keeps memory files out of the request, if one does. */
export function MemoryNotice() {
  const flags = useDocument((document) => document.flags);
  const edit = useEdit();
  const bar = memoryBar(flags);
  if (!bar) return null;
  const switchOff = () => edit(`Switch ${bar.flag} off`, (document) => switchFlag(document, bar.flag, false));
  return (
    <Notice
      tone="warning"
      className="mx-3 mt-2.5"
      actions={
        <Button size="sm" onClick={switchOff}>
          Switch {bar.flag} off
        </Button>
      }
    >
      {bar.effect}
    </Notice>
  );
}
