'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Select } from '@/components/ui/select.tsx';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import type { FoundRequest } from '@/lib/import/find-requests.ts';
import { withFolder } from '@/lib/import/read-folder.ts';
import { withGit } from '@/lib/import/read-git-output.ts';
import { readRequest } from '@/lib/import/read-request.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import { type Fact, folderFacts, gitFacts, requestFacts, requestLabel } from './describe-import.ts';
import type { Material } from './import-material.ts';

type ImportPreviewProps = { material: Material; onClose: () => void };

/** What was recognised, and the button that takes it over as one step. */
export function ImportPreview({ material, onClose }: ImportPreviewProps) {
  const { store } = useServices();
  const { open, edit, select, setTab, setView } = store.getState();
  const { name } = material;
  switch (material.type) {
    case 'requests':
      return <RequestPreview requests={material.requests} name={name} onClose={onClose} />;
    case 'document': {
      const { document } = material;
      const take = () => {
        open(document, `Open ${document.title}`);
        setView('edit');
        onClose();
      };
      const facts: Fact[] = [
        ['Title', document.title],
        ['Sections', `${document.sections.length}`],
        ['Memory files', `${document.memoryFiles.length}`],
        ['Turns', `${document.conversation.length}`],
      ];
      return <Preview title="A Strata document" facts={facts} action="Open document" onTake={take} />;
    }
    case 'folder': {
      const { folder } = material;
      const take = () => {
        edit(`Import folder ${name}`, (document) => withFolder(document, folder));
        setTab('memory');
        onClose();
      };
      return (
        <Preview title={`The folder ${name}`} facts={folderFacts(folder)} action="Import memory files" onTake={take} />
      );
    }
    case 'git': {
      const { git } = material;
      const take = () => {
        edit('Import git status', (document) => withGit(document, git));
        setTab('context');
        select({ type: 'git-status' });
        onClose();
      };
      return <Preview title="Output of git" facts={gitFacts(git)} action="Fill git status" onTake={take} />;
    }
  }
}

type RequestPreviewProps = { requests: readonly FoundRequest[]; name: string; onClose: () => void };

/** The requests of a capture to choose from, and what the chosen one holds. */
function RequestPreview({ requests, name, onClose }: RequestPreviewProps) {
  const { store } = useServices();
  const [chosen, setChosen] = useState(requests.length - 1);
  const request = requests[chosen];
  const read = useMemo(
    () => request && readRequest(request.body, currentDocument(store.getState()), name),
    [request, name, store],
  );
  if (!read) return null;
  const take = () => {
    if (!read.ok) return;
    const { open, setView } = store.getState();
    open(read.value.document, `Import ${name}`);
    setView('assembled');
    onClose();
  };
  return (
    <div className="flex flex-col gap-3">
      {requests.length > 1 && (
        <Select
          variant="field"
          label={`Request, of ${requests.length.toLocaleString('en-US')} in the capture`}
          value={`${chosen}`}
          options={requests.map((each, index) => ({ value: `${index}`, label: requestLabel(each, index + 1) }))}
          onValueChange={(value) => setChosen(Number(value))}
        />
      )}
      {read.ok ? (
        <Preview title="A Messages request" facts={requestFacts(read.value)} action="Open request" onTake={take}>
          <p className="text-xs text-ink-3">
            {read.value.isExact
              ? 'Exported without an edit, it is the same text byte for byte.'
              : 'It can be exported as the same request, but not byte for byte: the order or the writing of some fields cannot be kept.'}
          </p>
        </Preview>
      ) : (
        <Notice tone="error" title={read.failure.place ? `${read.failure.place}:` : ''}>
          {read.failure.message} {read.failure.fix}
        </Notice>
      )}
    </div>
  );
}

type PreviewProps = {
  title: string;
  facts: readonly Fact[];
  action: string;
  onTake: () => void;
  children?: React.ReactNode;
};

function Preview({ title, facts, action, onTake, children }: PreviewProps) {
  return (
    <section aria-label="Recognised" className="flex flex-col gap-3">
      <h3 className="font-semibold">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" onClick={onTake}>
          {action}
        </Button>
        <span className="text-xs text-ink-3">Undo brings your present work back.</span>
      </div>
    </section>
  );
}
