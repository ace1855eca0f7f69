const MAX_FRAMES = 60;

/** Puts the cursor at a character of the text that has just been opened in the editor, once it is drawn, and scrolls there. */
export function revealCharacter(character: number): void {
  const views = import('@codemirror/view');
  let frames = 0;
  const tryNow = async (): Promise<void> => {
    frames += 1;
    const room = document.getElementById('room-editor');
    const code = room?.querySelector<HTMLElement>('.cm-editor');
    const { EditorView } = await views;
    const view = code && EditorView.findFromDOM(code);
    if (view) {
      const anchor = Math.min(character, view.state.doc.length);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    } else if (frames < MAX_FRAMES) requestAnimationFrame(() => void tryNow());
  };
  // Two frames: one for React to open the text, one for it to be drawn.
  requestAnimationFrame(() => requestAnimationFrame(() => void tryNow()));
}
