import type { PaneSizes } from '@/components/ui/pane-size.ts';

const STORAGE_KEY = 'strata-panes';
const DEFAULT_SIZES: PaneSizes = { start: 332, end: 372 };

/** The same for the first paint, as classes: a served page carries no style of its own. */
export const FIRST_WIDTHS = '[--pane-end:372px] [--pane-start:332px]';

/** The widths this visitor chose last, in px. */
export function readPaneSizes(): PaneSizes {
  try {
    const { start, end } = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<PaneSizes>;
    return { start: sane(start) ?? DEFAULT_SIZES.start, end: sane(end) ?? DEFAULT_SIZES.end };
  } catch {
    return DEFAULT_SIZES;
  }
}

export function savePaneSizes(sizes: PaneSizes): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(sizes));
  } catch {
    // Storage is refused in some private windows: the widths still hold for this visit.
  }
}

const sane = (size: unknown): number | undefined =>
  typeof size === 'number' && size >= 100 && size <= 2000 ? size : undefined;
