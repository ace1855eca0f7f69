'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';

/** Copies a text to the clipboard, and says so for a moment. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const announce = useWorkbench((state) => state.announce);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setIsCopied(true),
      () => announce({ message: 'The browser did not let Strata copy.', fix: 'Select the text and copy it by hand.' }),
    );
  return (
    <>
      <Button icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && 'Copied'}
      </span>
    </>
  );
}
