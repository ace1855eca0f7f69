import type { ComponentProps } from 'react';

/** What a row is carried by: drag it, or lift it with Space and use the arrow keys. */
export function RowHandle({
  label,
  isDense,
  ...rest
}: ComponentProps<'button'> & { label: string; isDense?: boolean }) {
  return (
    <button
      {...rest}
      type="button"
      data-column="handle"
      aria-label={label}
      className={`focus-inset -mx-[5px] grid ${isDense ? 'h-7 w-6 shrink-0' : 'h-9'} cursor-grab touch-none place-items-center rounded-md text-ink-3 hover:text-ink active:cursor-grabbing`}
    >
      <span className="handle-dots h-3 w-2" />
    </button>
  );
}

/** The place of a handle, for a row that cannot be carried. */
export function HandlePlace() {
  return <span className="h-9" />;
}
