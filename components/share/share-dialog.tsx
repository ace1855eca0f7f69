'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';
import { useDocument, useServices } from '@/components/workbench/workbench-context.tsx';
import { describeLink, shareLink } from './share-link.ts';

/** A link to the document as it stands. Nothing is uploaded: the document is in the part after the #. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const { presets } = useServices();
  const document = useDocument((each) => each);
  const [isCopied, setIsCopied] = useState<boolean>();
  const link = shareLink(document, presets, location.origin + location.pathname);
  const { size, warning } = describeLink(link);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Share"
      size="md"
      description="Whoever opens this link sees the document as it stands now. Nothing is uploaded: the document itself is in the link, as its difference from the preset. Keys and results are never part of it."
      footer={
        <Button variant="primary" icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy link'}
        </Button>
      }
    >
      <TextArea
        label="Link"
        value={link}
        onValueChange={() => undefined}
        readOnly
        mono
        rows={4}
        onFocus={(event) => event.target.select()}
      />
      <p role="status" className="num mt-1.5 text-xs text-ink-2">
        {isCopied === false ? 'The browser did not allow copying: select the link and copy it by hand.' : size}
      </p>
      {warning && (
        <Notice tone="warning" className="mt-2">
          {warning}
        </Notice>
      )}
    </Dialog>
  );
}
