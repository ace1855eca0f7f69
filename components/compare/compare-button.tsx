'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { lateDialog } from '@/components/ui/late-part.tsx';

const CompareDialog = lateDialog(async () => (await import('./compare-dialog.tsx')).CompareDialog);

type CompareButtonProps = { size?: 'sm' | 'md'; before?: string; after?: string };

/** Opens the comparison of two requests; its code comes with the first click. `before` and `after` are ids of requests. */
export function CompareButton({ size = 'md', before, after }: CompareButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        Compare
      </Button>
      {isOpen && <CompareDialog before={before} after={after} onClose={() => setOpen(false)} />}
    </>
  );
}
