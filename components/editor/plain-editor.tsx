'use client';

import { type KeyboardEvent, useRef } from 'react';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { TextSelection } from './code-editor.ts';
import { CODE_WRAP } from './code-frame.ts';
import { historyStep } from './history-step.ts';
import { gutterClass, NumberedLines } from './numbered-lines.tsx';
import { drawableLines } from './text-size.ts';
import { type PlacedText, useText } from './use-subject.ts';
import { useWhenIdle } from './use-when-idle.ts';

/** What the next editor must take over, so that nobody notices the change. */
export interface Handover {
  readonly selection: TextSelection;
  readonly hasFocus: boolean;
  readonly scrollTop: number;
}

export interface PlainEditorProps extends PlacedText {
  /** The next editor is there: `onHandover` is called as soon as nobody is in the middle of something. */
  readonly isReplaceable: boolean;
  readonly onHandover: (handover: Handover) => void;
}

/** A textarea over the drawn lines: works from the first paint on, until CodeMirror's code has come. */
export function PlainEditor({ selection, place, onText, isReplaceable, onHandover }: PlainEditorProps) {
  const { key, name, language, placeholder } = place;
  const text = useText(selection, key);
  const undo = useWorkbench((state) => state.undo);
  const redo = useWorkbench((state) => state.redo);
  const area = useRef<HTMLTextAreaElement>(null);
  const busy = useWhenIdle(isReplaceable, () => area.current && onHandover(readHandover(area.current)));
  const lines = drawableLines(text);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = historyStep(event);
    if (!step) return;
    event.preventDefault();
    (step === 'undo' ? undo : redo)();
  };
  return (
    <div className={`relative flex flex-1 flex-col ${gutterClass(lines?.length ?? 1)}`}>
      {lines && <NumberedLines lines={lines} language={language} />}
      <textarea
        {...busy}
        ref={area}
        aria-label={name}
        value={text}
        placeholder={placeholder}
        // A textarea would turn every \r\n into \n.
        readOnly={text.includes('\r')}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap={lines ? 'soft' : 'off'}
        className={`resize-none bg-transparent text-[length:inherit] outline-none ${lines ? OVER_LINES : ALONE}`}
      />
    </div>
  );
}

const OVER_LINES = `absolute inset-y-0 right-0 left-(--code-gutter) pr-(--code-end) overflow-hidden text-transparent caret-ink ${CODE_WRAP}`;
const ALONE = 'min-h-60 flex-1 overflow-auto pl-(--code-gutter)';

function readHandover(area: HTMLTextAreaElement): Handover {
  const { selectionStart, selectionEnd, selectionDirection } = area;
  const isBackward = selectionDirection === 'backward';
  return {
    selection: {
      anchor: isBackward ? selectionEnd : selectionStart,
      head: isBackward ? selectionStart : selectionEnd,
    },
    hasFocus: document.activeElement === area,
    scrollTop: scrollerOf(area)?.scrollTop ?? 0,
  };
}

/** What scrolls around a text. */
export const scrollerOf = (element: HTMLElement): HTMLElement | null => element.closest<HTMLElement>('[data-scroller]');
