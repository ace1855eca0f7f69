const COLUMNS = ['[data-column="handle"]', '[data-column="title"]', '[role="switch"]'] as const;

const rowsOf = (list: ParentNode) => [...list.querySelectorAll<HTMLElement>('[data-row]')];
/** The boundary has a handle only. */
const mainOf = (row: ParentNode) =>
  row.querySelector<HTMLElement>('[data-column="title"]') ?? row.querySelector<HTMLElement>('[data-column="handle"]');

/** Brings a row into view once it is drawn, and puts the focus on it unless it is in that row already. */
export function focusRow(key: string): void {
  requestAnimationFrame(() => {
    const row = rowsOf(document).find((each) => each.dataset['row'] === key);
    row?.scrollIntoView({ block: 'nearest' });
    if (row && !row.contains(document.activeElement)) mainOf(row)?.focus();
  });
}

/** The key of the row that something stands in. */
export function rowKeyAt(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-row]')?.dataset['row'];
}

/** Moves the focus from a row's control to the same one of the next row; returns whether it was one that the arrow keys leave. */
export function focusNextRow(list: HTMLElement, from: Element, by: -1 | 1): boolean {
  const rows = rowsOf(list);
  const row = from.closest<HTMLElement>('[data-row]');
  const column = COLUMNS.find((selector) => from.matches(selector));
  if (!row || !column) return false;
  const next = rows[rows.indexOf(row) + by];
  if (next) (next.querySelector<HTMLElement>(column) ?? mainOf(next))?.focus();
  return true;
}
