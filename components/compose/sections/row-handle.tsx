import type { ComponentProps } from 'react';
import { Icon } from '@/components/ui/icon.tsx';

const LOOK = 'focus-inset grid h-9 place-items-center text-ink-3';

/** What a row is carried by: drag it, or lift it with Space and use the arrow keys. */
export function RowHandle({ label, ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      {...rest}
      type="button"
      data-column="handle"
      aria-label={label}
      className={`${LOOK} -mx-[5px] cursor-grab touch-none rounded-md hover:text-ink active:cursor-grabbing`}
    >
      <Icon name="handle" className="size-3.5" />
    </button>
  );
}

/** The place of a handle, for a row that cannot be carried, or not yet. */
export function HandlePlace({ isDrawn = false }: { isDrawn?: boolean }) {
  return <span className={LOOK}>{isDrawn && <Icon name="handle" className="size-3.5" />}</span>;
}
