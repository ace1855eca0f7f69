import { EditorView } from '@codemirror/view';

/** CodeMirror's looks, in the metrics of code-frame.ts; colours are those of the page. */
export const codeTheme = EditorView.theme({
  '&': { flexGrow: '1', background: 'transparent', color: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { flexGrow: '1', height: 'auto', fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { isolation: 'isolate', alignSelf: 'stretch', padding: '0', caretColor: 'var(--color-ink)' },
  '.cm-line': { padding: '0 var(--code-end) 0 0' },
  '.cm-gutters': { background: 'var(--color-paper)', border: 'none', color: 'var(--color-ink-3)' },
  '.cm-lineNumbers .cm-gutterElement': {
    boxSizing: 'border-box',
    minWidth: 'var(--code-least)',
    padding: '0 14px 0 0',
  },
  '.cm-placeholder': { color: 'var(--color-ink-3)' },
  '.cm-specialChar': { color: 'var(--color-layer-volatile-ink)' },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--color-tint-mark)' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'var(--color-tint-error)' },
});
