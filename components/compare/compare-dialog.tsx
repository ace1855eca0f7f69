'use client';

import { useMemo, useState } from 'react';
import { diagnosisReason, diagnosisTitle, placeWords } from '@/components/diagnosis/describe-diagnosis.ts';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Num } from '@/components/ui/num.tsx';
import { Select } from '@/components/ui/select.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';
import { useKeptText } from '@/components/ui/use-kept-text.ts';
import { useAnalysis, useDocument, useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { holdsNoKeys } from '@/lib/import/holds-no-keys.ts';
import type { ComparedRequest } from '@/lib/store/diagnosis/compared-request.ts';
import { comparisonFigures } from '@/lib/store/diagnosis/comparison-figures.ts';
import { type Comparison, compareRequests } from '@/lib/store/diagnosis/run-diagnosis.ts';
import { backendAhead } from '@/lib/store/emulated.ts';
import { BlockDiff } from './block-diff.tsx';
import { CURRENT, chosenRequest, firstChoice, PASTED, requestOptions } from './compared-requests.ts';
import { RequestBar } from './request-bar.tsx';

type CompareDialogProps = { before?: string | undefined; after?: string | undefined; onClose: () => void };

/** Two requests beside each other: how far they are the same, what is billed again behind that, and the text where they part. */
export function CompareDialog({ before, after, onClose }: CompareDialogProps) {
  const { store, clock } = useServices();
  const runs = useWorkbench((state) => state.runs);
  const session = useWorkbench((state) => state.session);
  const versions = useWorkbench((state) => state.versions);
  const keepVersion = useWorkbench((state) => state.keepVersion);
  const backend = useDocument((document) => document.backend);
  const analysis = useAnalysis((each) => each);
  const [opened] = useState(() => ({
    ...firstChoice(runs, analysis?.chain.positions.at(-1)?.key),
    now: clock() + backendAhead(store.getState(), backend),
  }));
  const [choice, setChoice] = useState({ before: before ?? opened.before, after: after ?? opened.after });
  const [pastedFirst, setPastedFirst] = useKeptText('compare-before', holdsNoKeys);
  const [pastedSecond, setPastedSecond] = useKeptText('compare-after', holdsNoKeys);
  const pasted = { before: pastedFirst, after: pastedSecond };
  const pick = (side: 'before' | 'after') =>
    chosenRequest(choice[side], { runs, versions, analysis, pasted: pasted[side], now: opened.now });
  const [first, second] = [pick('before'), pick('after')];
  const options = requestOptions(runs, versions);
  const keep = () => {
    const now = chosenRequest(CURRENT, { runs, versions, analysis, pasted: '', now: opened.now });
    if (now.ok) keepVersion(now.value);
  };
  const sides = [
    { side: 'before', label: 'First request', picked: first, onPaste: setPastedFirst },
    { side: 'after', label: 'Second request', picked: second, onPaste: setPastedSecond },
  ] as const;
  const titles = sides.map(({ side }) => options.find(({ value }) => value === choice[side])?.label ?? '');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Compare two requests"
      size="lg"
      footer={
        <Button title="To be compared with later edits, until the page is left" onClick={keep}>
          Keep this version
        </Button>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {sides.map(({ side, label, picked, onPaste }) => (
          <div key={side} className="flex min-w-0 flex-col gap-2">
            <Select
              label={label}
              variant="field"
              value={choice[side]}
              options={options}
              onValueChange={(value) => setChoice({ ...choice, [side]: value })}
            />
            {choice[side] === PASTED && (
              <TextArea
                label={`${label} as JSON`}
                rows={4}
                fixed
                placeholder="The body of a Messages request"
                value={pasted[side]}
                onValueChange={onPaste}
              />
            )}
            {!picked.ok && (choice[side] !== PASTED || pasted[side] !== '') && (
              <Notice tone="error" title={picked.failure.place ?? ''}>
                {picked.failure.message} {picked.failure.fix}
              </Notice>
            )}
          </div>
        ))}
      </div>
      {first.ok && second.ok && (
        <Compared
          comparison={compareRequests(first.value, second.value, session)}
          origins={[first.value.origins, second.value.origins]}
          names={titles[0] === titles[1] ? sides.map(({ label }) => label) : titles}
        />
      )}
    </Dialog>
  );
}

type ComparedProps = {
  comparison: Comparison;
  names: readonly string[];
  origins: readonly ComparedRequest['origins'][];
};

function Compared({ comparison, names, origins }: ComparedProps) {
  const { before, after, explanation, origin, blockTitle } = comparison;
  const { shared, firstAgain, again, goesOn } = comparisonFigures(comparison);
  const scale = Math.max(before.chain.totalTokens, after.chain.totalTokens);
  const where = placeWords(explanation.place, origin, blockTitle);
  const texts = useMemo(() => {
    const { place } = explanation;
    if (!place || place.change === 'same' || place.change === 'marked') return undefined;
    return { was: before.blocks[place.index], now: after.blocks[place.index] };
  }, [explanation, before, after]);
  return (
    <section aria-label="Comparison" className="mt-4">
      <div className="flex flex-col gap-1.5">
        <RequestBar
          name={names[0] ?? ''}
          trace={before}
          origins={origins[0]}
          scale={scale}
          from={undefined}
          difference={explanation.place && shared}
        />
        <RequestBar
          name={names[1] ?? ''}
          trace={after}
          origins={origins[1]}
          scale={scale}
          from={firstAgain}
          difference={explanation.place && shared}
        />
      </div>
      <h3 className="mt-4 text-base font-semibold">
        {goesOn ? 'The second goes on where the first ends' : diagnosisTitle(explanation, origin)}
      </h3>
      <p className="mt-1 text-ink-2">
        {goesOn
          ? 'All that the first one leaves in the cache can be read by the second.'
          : diagnosisReason(explanation)}
      </p>
      <p className="mt-1 text-ink-2">
        <code className="num">{explanation.causes.join(', ')}</code>
        {where && <> · first difference: {where}</>} · <Num value={shared} method="estimate" /> tokens the same from the
        start, <Num value={again} method="estimate" /> billed again
      </p>
      {texts && <BlockDiff was={texts.was} now={texts.now} />}
    </section>
  );
}
