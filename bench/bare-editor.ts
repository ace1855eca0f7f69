import { defaultKeymap } from '@codemirror/commands';
import { EditorView, keymap } from '@codemirror/view';

/** Runs in an empty page: CodeMirror with the text of the address, and nothing else. */
const parent = document.body;
parent.style.cssText = 'margin: 0; width: 640px; height: 800px; overflow: auto; font: 13px/1.65 monospace';
new EditorView({
  parent,
  doc: decodeURIComponent(location.hash.slice(1)),
  extensions: [
    EditorView.contentAttributes.of({ 'aria-label': 'Bare editor' }),
    keymap.of(defaultKeymap),
    EditorView.lineWrapping,
  ],
});
