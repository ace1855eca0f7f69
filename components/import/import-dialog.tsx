'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useKeptText } from '@/components/ui/use-kept-text.ts';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import type { Failure } from '@/lib/errors.ts';
import { holdsNoKeys } from '@/lib/import/holds-no-keys.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import type { Dropped } from './dropped.ts';
import { type Given, type Material, readGiven } from './import-material.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportSource } from './import-source.tsx';

/** Below this a folder is read before a bar could be seen. */
const FILES_WORTH_A_BAR = 100;

type ImportDialogProps = { dropped: Dropped | undefined; onClose: () => void };

/** Brings in what people have: first what to read, then what was recognised, then the step into the document. */
export function ImportDialog({ dropped, onClose }: ImportDialogProps) {
  const { store } = useServices();
  const [text, setText] = useKeptText('import', holdsNoKeys);
  const [material, setMaterial] = useState<Material>();
  const [failure, setFailure] = useState<Failure>();
  const [progress, setProgress] = useState<{ done: number; of: number }>();
  const latest = useRef(0);

  const read = async (given: Given) => {
    latest.current += 1;
    const turn = latest.current;
    setFailure(undefined);
    setMaterial(undefined);
    const { environment } = currentDocument(store.getState());
    const result = await readGiven(
      given,
      environment,
      (done, of) => turn === latest.current && setProgress({ done, of }),
    );
    if (turn !== latest.current) return;
    setProgress(undefined);
    if (result.ok) setMaterial(result.value);
    else setFailure(result.failure);
  };
  const readDropped = useRef(read);
  useEffect(() => {
    if (dropped) void readDropped.current({ type: 'dropped', dropped });
  }, [dropped]);

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Import"
      size="lg"
      description="Everything is read in this page; nothing is uploaded. Keys, cookies and headers in it are not kept."
      footer={
        material ? (
          <Button key="back" onClick={() => setMaterial(undefined)}>
            Back
          </Button>
        ) : (
          <Button
            key="read"
            variant="primary"
            disabled={text.trim() === ''}
            onClick={() => void read({ type: 'text', text })}
          >
            Read text
          </Button>
        )
      }
    >
      {material ? (
        <ImportPreview
          material={material}
          onClose={() => {
            setText('');
            onClose();
          }}
        />
      ) : (
        <ImportSource text={text} onText={setText} onFiles={(files) => void read({ type: 'files', files })} />
      )}
      {progress && progress.of > FILES_WORTH_A_BAR && <Progress {...progress} />}
      {failure && (
        <Notice tone="error" title={failure.place ? `${failure.place}:` : ''} className="mt-3">
          {failure.message} {failure.fix}
        </Notice>
      )}
    </Dialog>
  );
}

function Progress({ done, of }: { done: number; of: number }) {
  return (
    <div className="mt-3 flex items-center gap-2.5">
      <progress aria-label="Memory files read" value={done} max={of} className="h-1.5 flex-1 accent-ink" />
      <span className="num text-xs text-ink-2">
        {done} of {of} files
      </span>
    </div>
  );
}
