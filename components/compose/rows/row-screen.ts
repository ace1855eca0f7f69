/** What actions on rows ask of the screen; handed in, so that they can be tried without one. */
export interface RowScreen {
  /** Reaches people who do not see what happened. */
  readonly say: (words: string) => void;
  /** Puts the focus on a row once it is drawn. */
  readonly focusRow: (key: string) => void;
  /** The row below a row that is about to go, else the one above it. */
  readonly rowBeside: (key: string) => string | undefined;
}
