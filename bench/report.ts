import { median, p95 } from './measure.ts';

/** A heading with what was measured, under which tables follow. */
export function heading(text: string): void {
  console.log(`\n## ${text}\n`);
}

/** A table with the first column to the left and figures to the right. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => (index === 0 ? (cells[0] ?? '').padEnd(width) : (cells[index] ?? '').padStart(width))).join(' | ')} |`;
  const rule = widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  console.log([line(columns), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n'));
}

/** A row of times: its name, median, 95th percentile, and how many times the first row's median its own is. */
export function timesRow(name: string, times: readonly number[], base?: readonly number[]): string[] {
  return [name, ms(median(times)), ms(p95(times)), base ? ratio(median(times), median(base)) : ''];
}

/** Says whether a figure keeps to its bar; a missed bar is news, not a crash. */
export function bar(what: string, figure: string, isMet: boolean): void {
  console.log(`\n${isMet ? 'met    ' : 'NOT met'}  ${what}: ${figure}`);
}

export const ms = (time: number): string => `${time.toFixed(time < 1 ? 3 : 2)} ms`;
export const ratio = (value: number, base: number): string => `${(value / base).toPrecision(3)}×`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
