'use client';

import { useMemo } from 'react';
import { ItemRow } from '@/components/compose/rows/item-row.tsx';
import { RowLine } from '@/components/compose/rows/row-line.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { useAnalysis, useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { switchPrompt } from '@/lib/document/edit-settings.ts';
import { promptRows, type PromptRow as Row, winnerTitle } from '@/lib/store/analysis/prompt-rows.ts';

/** Which system prompt wins and why, and the texts that may take the sections' place or follow them. */
export function PromptFold() {
  const document = useDocument((each) => each);
  const analysis = useAnalysis((each) => each);
  const rows = useMemo(() => promptRows(document, analysis), [document, analysis]);
  const selected = analysis?.prompt.selected;
  return (
    <Fold title="System prompt" aside={selected && `${winnerTitle(selected)} wins`} open className="px-0! pb-2!">
      {selected && (
        <p className="px-3 pb-1 text-xs text-ink-2">
          {winnerTitle(selected)}: {selected.reason}
        </p>
      )}
      <ul data-rows="" aria-label="System prompts by rank">
        {rows.map((row) => (
          <PromptRow key={row.id} row={row} method={analysis?.total.method} />
        ))}
      </ul>
    </Fold>
  );
}

type PromptRowProps = { row: Row; method: Parameters<typeof RowTokens>[0]['method'] };

function PromptRow({ row, method }: PromptRowProps) {
  const { id, title, state, isOn, rule, tokens } = row;
  const edit = useEdit();
  return (
    <ItemRow
      selection={{ type: 'prompt', id }}
      name={<span className="truncate">{title}</span>}
      stripe={id === 'append' ? 'bg-layer-session' : 'bg-layer-static'}
      note={rule}
      isDimmed={state !== 'sent'}
      trail={
        <>
          <RowTokens value={state === 'sent' ? tokens : state} method={method} />
          <Switch
            label={title}
            checked={isOn}
            onCheckedChange={(enabled) =>
              edit(`Switch ${title.toLowerCase()} ${enabled ? 'on' : 'off'}`, (document) =>
                switchPrompt(document, id, enabled),
              )
            }
            className="mr-1.5"
          />
        </>
      }
    >
      {state === 'empty' && <RowLine tone="warning">Empty, so it does not count. Open it and write it.</RowLine>}
    </ItemRow>
  );
}
