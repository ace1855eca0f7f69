import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Annotation, Compartment, EditorState, type Extension, type Transaction } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { codeHighlight } from './code-highlight.ts';
import { codeTheme } from './code-theme.ts';
import type { Language } from './highlight-line.ts';
import { historyStep } from './history-step.ts';
import { textChange } from './text-change.ts';
import { isLong } from './text-size.ts';

/** The characters selected: `anchor` stays, `head` moves. */
export interface TextSelection {
  readonly anchor: number;
  readonly head: number;
}

export interface CodeEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly language: Language;
  /** The accessible name. */
  readonly name: string;
  readonly placeholder: string;
  readonly selection: TextSelection;
  readonly onText: (text: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface CodeEditor {
  /** Follows the document: changes only what differs, and keeps the cursor where it is in the text. */
  setText(text: string): void;
  setName(name: string): void;
  focus(): void;
  destroy(): void;
}

const fromDocument = Annotation.define<true>();

/** CodeMirror without a history of its own: undo and redo are the document's. */
export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  let text = options.text;
  let isTravelling = false;
  let isTelling = false;
  let answer: string | undefined;
  const naming = new Compartment();
  const travel = (step: 'undo' | 'redo' | undefined): boolean => {
    if (!step) return false;
    isTravelling = true;
    options[step]();
    // The document's answer comes back through setText, in a microtask at the latest.
    setTimeout(() => {
      isTravelling = false;
    });
    return true;
  };
  const tell = (transactions: readonly Transaction[]) => {
    if (!transactions.some(({ docChanged }) => docChanged)) return;
    if (transactions.some((each) => each.annotation(fromDocument))) return;
    text = transactions.at(-1)?.newDoc.toString() ?? text;
    isTelling = true;
    try {
      options.onText(text);
    } finally {
      isTelling = false;
    }
  };
  const view = new EditorView({
    parent: options.parent,
    // The document hears of a change before it is drawn: its texts are counted meanwhile.
    dispatchTransactions: (transactions, drawn) => {
      tell(transactions);
      drawn.update(transactions);
      if (answer !== undefined) setText(answer);
    },
    doc: text,
    selection: options.selection,
    extensions: [
      // Only \n ends a line, so that what an editor shows is what is sent, byte for byte.
      EditorState.lineSeparator.of('\n'),
      EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\r\n?/g, '\n')),
      EditorView.cspNonce.of(document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? ''),
      naming.of(nameOf(options.name)),
      highlightSpecialChars(),
      // Before the keymap, so that its keys are not taken for anything else.
      EditorView.domEventHandlers({
        keydown: (event) => travel(historyStep(event)),
        beforeinput: (event, view) => travel(BY_MENU[event.inputType]) || insertTyped(event, view),
      }),
      keymap.of(EDIT_KEYS),
      placeholder(options.placeholder),
      options.language === 'json' ? bracketMatching() : [],
      codeTheme,
      aids(options.language, text.length),
    ],
  });
  /** What the document answers to a change waits until that is drawn. */
  function setText(next: string): void {
    answer = isTelling ? next : undefined;
    const change = isTelling ? undefined : textChange(text, next);
    if (!change) return;
    text = next;
    const reveal = isTravelling && view.hasFocus;
    view.dispatch({
      changes: change,
      annotations: fromDocument.of(true),
      ...(reveal && { selection: { anchor: change.from + change.insert.length }, scrollIntoView: true }),
    });
  }
  return {
    setText,
    setName: (name) => view.dispatch({ effects: naming.reconfigure(nameOf(name)) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/**
 * Writes what is typed, instead of reading it back out of the browser's own edit: that costs more at every key, and over a selection it
 * carries the look of what it deletes over as an inline style, which the content policy refuses, and the console tells. At a caret a
 * correction (what is typed stands in for something) is the browser's, and so is a finger's keyboard, which follows its own edit.
 */
function insertTyped(event: InputEvent, view: EditorView): boolean {
  const { inputType, data, cancelable } = event;
  if (inputType !== 'insertText' || data === null || !cancelable) return false;
  if (view.state.selection.main.empty && (isCorrection(event) || byFinger.matches)) return false;
  view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
  return true;
}

const isCorrection = (event: InputEvent): boolean => event.getTargetRanges().some(({ collapsed }) => !collapsed);
const byFinger = matchMedia('(pointer: coarse)');

const nameOf = (name: string): Extension => EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0' });

/** Numbers, wrapping and highlighting; a long text goes without the costly ones, from the moment it gets long. */
function aids(language: Language, length: number): Extension {
  const rich = new Compartment();
  const of = (long: boolean): Extension => (long ? [] : [EditorView.lineWrapping, codeHighlight(language)]);
  return [
    lineNumbers(),
    rich.of(of(isLong(length))),
    EditorState.transactionExtender.of(({ startState, newDoc }) =>
      isLong(startState.doc.length) === isLong(newDoc.length)
        ? null
        : { effects: rich.reconfigure(of(isLong(newDoc.length))) },
    ),
  ];
}

/** Undo and redo by the browser's own menu. */
const BY_MENU: Readonly<Record<string, 'undo' | 'redo'>> = { historyUndo: 'undo', historyRedo: 'redo' };

/** ⌘↵ sends the request, whatever has the focus. */
const EDIT_KEYS = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');
