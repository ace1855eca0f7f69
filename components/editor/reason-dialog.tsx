'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';

type ReasonDialogProps = { title: string; onClose: () => void; onReason: (reason: string) => void };

/** Asks why a section must be computed on every request: without a reason it stays memoised. */
export function ReasonDialog({ title, onClose, onReason }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const isReason = reason.trim() !== '';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Compute “${title}” on every turn`}
      description="When it changes from one request to the next, everything behind it is created in the cache again."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={!isReason}
            onClick={() => {
              onReason(reason.trim());
              onClose();
            }}
          >
            Make it volatile
          </Button>
        </>
      }
    >
      <TextArea
        label="Why must it be new each time?"
        hint="Kept with the section. Example: servers connect and disconnect between turns."
        value={reason}
        onValueChange={setReason}
      />
    </Dialog>
  );
}
