'use client';

import { type ComponentProps, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { IconName } from '@/components/ui/icon.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';

type ImportSourceProps = { text: string; onText: (text: string) => void; onFiles: (files: readonly File[]) => void };

/** What to import: a text, a file, or a folder. */
export function ImportSource({ text, onText, onFiles }: ImportSourceProps) {
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label="Text"
        mono
        rows={6}
        spellCheck={false}
        value={text}
        onValueChange={onText}
        placeholder="A Messages request as JSON or as a cURL command, a log, or what git status, git log or git branch prints"
        hint="Requests open as a document that gives the same bytes back; git output fills the git status."
      />
      <div className="flex flex-wrap items-center gap-2">
        <FileButton label="Choose file" icon="file" accept=".json,.jsonl,.har,.lhar,.txt,.sh,.zip" onFiles={onFiles} />
        <FileButton label="Choose folder" icon="folder" isFolder onFiles={onFiles} />
        <span className="text-xs text-ink-3">or drop one anywhere on the page</span>
      </div>
      <p className="text-xs text-ink-3">
        Files: a request, a log of claude-trace or claude-tap (JSONL), HAR, LHAR, a Strata document, a .zip of a
        project. Folders: CLAUDE.md files, rules and what they include are found as the agent finds them.
      </p>
    </div>
  );
}

type FileButtonProps = {
  label: string;
  icon: IconName;
  accept?: string;
  isFolder?: boolean;
  onFiles: (files: readonly File[]) => void;
};

/** The browser's own picker behind a button; the same file can be chosen twice. */
function FileButton({ label, icon, accept, isFolder = false, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  // Not in React's types: https://developer.mozilla.org/docs/Web/API/HTMLInputElement/webkitdirectory
  const folder = (isFolder ? { webkitdirectory: '' } : {}) as ComponentProps<'input'>;
  return (
    <>
      <Button icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        {...folder}
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
