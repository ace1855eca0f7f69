'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { lateDialog } from '@/components/ui/late-part.tsx';

const CompareDialog = lateDialog(async () => (await import('./compare-dialog.tsx')).CompareDialog);

type CompareButtonProps = { before: string; after: string };

/** Opens the comparison of two requests of the log, by their ids; its code comes with the first click. */
export function CompareButton({ before, after }: CompareButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Compare these two
      </Button>
      {isOpen && <CompareDialog before={before} after={after} onClose={() => setOpen(false)} />}
    </>
  );
}
