import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { MARK_CLASS } from './code-frame.ts';
import { highlightLine, type Language, type MarkKind } from './highlight-line.ts';

const DECORATIONS: Readonly<Record<MarkKind, Decoration>> = {
  heading: Decoration.mark({ class: MARK_CLASS.heading }),
  tag: Decoration.mark({ class: MARK_CLASS.tag }),
  key: Decoration.mark({ class: MARK_CLASS.key }),
};

/** Highlights the lines in sight. */
export function codeHighlight(language: Language): Extension {
  return ViewPlugin.define(
    (view) => ({
      decorations: decorate(view, language),
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view, language);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  );
}

function decorate({ state, visibleRanges }: EditorView, language: Language): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let at = -1;
  for (const { from, to } of visibleRanges) {
    for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
      if (line.from > at) {
        at = line.from;
        for (const mark of highlightLine(line.text, language))
          builder.add(line.from + mark.start, line.from + mark.end, DECORATIONS[mark.kind]);
      }
      if (line.to >= to) break;
    }
  }
  return builder.finish();
}
