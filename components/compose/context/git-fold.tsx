'use client';

import { PendingLine } from '@/components/compose/rows/pending-line.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import type { GitStatus } from '@/lib/prompt/prompt-input.ts';
import { gitBar } from '@/lib/store/analysis/git-bar.ts';

const LINES = [
  ['branch', 'Branch', ''],
  ['mainBranch', 'Main branch', ''],
  ['user', 'Git user', 'col-span-2'],
] as const;

const TEXTS = [
  ['status', 'Status', 'As git status --short prints it; empty: (clean)'],
  ['log', 'Recent commits', 'As git log --oneline prints them; the first five are sent'],
] as const;

/** The snapshot of the repository at the end of the system prompt. */
export function GitFold() {
  const gitStatus = useDocument((document) => document.gitStatus);
  const bar = useDocument(gitBar);
  const edit = useEdit();
  const props = (field: keyof GitStatus, label: string) => ({
    label,
    value: gitStatus[field],
    spellCheck: false,
    onValueChange: (text: string) =>
      edit(
        `Change git ${label.toLowerCase()}`,
        (document) => changeSettings(document, 'gitStatus', { [field]: text }),
        `text:git-status:${field}`,
      ),
  });
  return (
    <Fold
      title="Git status"
      aside={bar === undefined ? gitStatus.branch : 'not sent'}
      className="grid grid-cols-2 gap-2.5"
    >
      {bar !== undefined && <p className="col-span-2 text-xs text-ink-2">{bar}</p>}
      <PendingLine sourceKey="git-status" className="col-span-2" />
      {LINES.map(([field, label, className]) => (
        <TextField key={field} {...props(field, label)} className={className} autoComplete="off" />
      ))}
      {TEXTS.map(([field, label, hint]) => (
        <TextArea key={field} {...props(field, label)} hint={hint} className="col-span-2" mono rows={2} />
      ))}
    </Fold>
  );
}
