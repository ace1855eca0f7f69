'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { foldLines } from '@/components/editor/fold-lines.ts';
import { diffLines } from '@/components/editor/line-diff.ts';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { useDocument, useEdit, usePreset, useServices } from '@/components/workbench/workbench-context.tsx';
import { newerPreset } from '@/lib/document/preset.ts';
import { type PresetChange, presetChanges, updateToPreset } from '@/lib/document/preset-update.ts';
import { SideText } from './side-text.tsx';

/** The newer version of the document's preset beside the document, to choose from; what was edited stays unless it is let go. */
export function PresetUpdateDialog({ onClose }: { onClose: () => void }) {
  const { presets } = useServices();
  const document = useDocument((each) => each);
  const old = usePreset();
  const next = newerPreset(presets, document.preset);
  const changes = useMemo(() => (old && next ? presetChanges(document, old, next) : []), [document, old, next]);
  const [kept, setKept] = useState<ReadonlySet<string>>(
    () => new Set(changes.filter(({ isEdited }) => isEdited).map(({ key }) => key)),
  );
  const edit = useEdit();
  if (!old || !next) return null;
  const keep = (key: string, isKept: boolean) => {
    const keys = new Set(kept);
    if (isKept) keys.add(key);
    else keys.delete(key);
    setKept(keys);
  };
  const update = () => {
    edit(`Update to version ${next.preset.version} of ${next.title}`, (current) =>
      updateToPreset(current, old, next, kept),
    );
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="lg"
      title={`${next.title}: version ${next.preset.version}`}
      description={`This document was made from version ${old.preset.version}, which stays as it is. Choose for each difference; what you edited is kept unless you take the new text.`}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button variant="primary" onClick={update}>
            Update
          </Button>
        </>
      }
    >
      {changes.length === 0 && <p className="text-ink-2">Nothing that you see would change.</p>}
      <ul aria-label="Differences" className="flex flex-col gap-4">
        {changes.map((change) => (
          <li key={change.key}>
            <Choice change={change} isKept={kept.has(change.key)} onKeep={(isKept) => keep(change.key, isKept)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type ChoiceProps = { change: PresetChange; isKept: boolean; onKeep: (isKept: boolean) => void };

function Choice({ change: { key, title, mine, next, isEdited }, isKept, onKeep }: ChoiceProps) {
  const hunks = useMemo(() => {
    const lines = mine === undefined || next === undefined ? undefined : diffLines(mine, next);
    return lines && foldLines(lines);
  }, [mine, next]);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold wrap-anywhere">
        {title} {isEdited && <span className="text-xs font-normal text-ink-3">edited by you</span>}
      </legend>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-2">
        <Side name={key} label="Mine" isChosen={isKept} onChoose={() => onKeep(true)}>
          <SideText label={`${title}, mine`} text={mine} hunks={hunks} leftOut="added" />
        </Side>
        <Side name={key} label="New" isChosen={!isKept} onChoose={() => onKeep(false)}>
          <SideText label={`${title}, new`} text={next} hunks={hunks} leftOut="removed" />
        </Side>
      </div>
    </fieldset>
  );
}

type SideProps = { name: string; label: string; isChosen: boolean; onChoose: () => void; children: ReactNode };

function Side({ name, label, isChosen, onChoose, children }: SideProps) {
  return (
    <div className={`flex min-w-0 flex-col rounded-md border ${isChosen ? 'border-ink' : 'border-line'}`}>
      <label className="flex min-h-8 items-center gap-1.5 px-2 text-sm">
        <input type="radio" name={name} checked={isChosen} onChange={onChoose} className="accent-ink" />
        {label}
      </label>
      {children}
    </div>
  );
}
