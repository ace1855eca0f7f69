'use client';

import { useState } from 'react';
import { CopyButton } from '@/components/editor/copy-button.tsx';
import { curlCommand } from '@/components/editor/request-text.ts';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useAnalysis } from '@/components/workbench/workbench-context.tsx';
import { bodyText } from '@/lib/import/export-request.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { costReport } from '@/lib/store/analysis/cost-report.ts';
import { fileName, saveFile } from './save-file.ts';

const RecipesPart = latePart(async () => (await import('./recipes-part.tsx')).RecipesPart);

/** The request and the document, to take away. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const analysis = useAnalysis((each) => each);
  return (
    <Dialog open onOpenChange={onClose} title="Export" size="md">
      {analysis ? <Exports analysis={analysis} /> : <p className="text-ink-3">Counting …</p>}
    </Dialog>
  );
}

function Exports({ analysis }: { analysis: Analysis }) {
  const { document, built } = analysis;
  const body = bodyText(built.request, document);
  return (
    <div className="flex flex-col gap-4">
      <section aria-label="Request" className="flex flex-col gap-2">
        <h3 className="font-semibold">The request</h3>
        <p className="text-ink-2">
          {document.imported
            ? 'Written as it was imported: what you did not edit is the same, byte for byte.'
            : 'The body of a POST to /v1/messages, two spaces deep.'}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => saveFile(fileName(document.title, 'request.json'), body)}>Download JSON</Button>
          <CopyButton label="Copy JSON" text={() => body} />
          <CopyButton label="Copy as cURL" text={() => curlCommand(built.request, body)} />
        </div>
        <p className="text-xs text-ink-3">The command takes your key from $ANTHROPIC_API_KEY; none is in it.</p>
      </section>
      <section aria-label="Costs" className="flex flex-col gap-2">
        <h3 className="font-semibold">The costs</h3>
        <p className="text-ink-2">
          What is predicted for this request, by class of tokens and by block, with the band of each figure.
        </p>
        <div>
          <Button
            onClick={() =>
              saveFile(fileName(document.title, 'costs.json'), `${JSON.stringify(costReport(analysis), null, 2)}\n`)
            }
          >
            Download costs
          </Button>
        </div>
      </section>
      <section aria-label="Document" className="flex flex-col gap-2">
        <h3 className="font-semibold">The document</h3>
        <p className="text-ink-2">
          Everything you edit here, in a file that Import opens again. Keys and results are no part of it.
        </p>
        <div>
          <Button
            onClick={() => saveFile(fileName(document.title, 'strata.json'), `${JSON.stringify(document, null, 2)}\n`)}
          >
            Download document
          </Button>
        </div>
      </section>
      <Recipes />
    </div>
  );
}

function Recipes() {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label="Recipes" className="flex flex-col gap-2">
      <h3 className="font-semibold">Recipes</h3>
      <p className="text-ink-2">
        Settings for the client, and for the servers and proxies around a model, with your values filled in.
      </p>
      {isOpen ? (
        <RecipesPart />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>Show recipes</Button>
        </div>
      )}
    </section>
  );
}
