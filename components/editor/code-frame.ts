import type { MarkKind } from './highlight-line.ts';

/** The metrics of every code area; a text looks the same in a textarea, in CodeMirror and in a comparison. */
export const CODE_FRAME =
  'font-mono text-base leading-[1.65] [font-variant-ligatures:none] [tab-size:4] [--code-end:14px] [--code-least:36px] @md:[--code-end:28px] @md:[--code-least:46px] pointer-coarse:text-[16px]';

/** How CodeMirror wraps, for what must wrap alike. */
export const CODE_WRAP = 'whitespace-break-spaces wrap-anywhere break-words';

/** The looks of highlighted characters; none of them changes their width. */
export const MARK_CLASS: Readonly<Record<MarkKind, string>> = {
  heading: 'text-accent',
  tag: 'rounded-[3px] bg-tint-mark shadow-[2px_0_0_var(--color-tint-mark),-2px_0_0_var(--color-tint-mark)]',
  key: 'text-accent',
};
