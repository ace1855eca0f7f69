'use client';

import { useRef, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { lateDialog } from './late-part.tsx';
import type { MenuItem } from './menu-item.ts';

type MenuProps = Omit<ButtonProps, 'aria-label' | 'onSelect'> & {
  /** The accessible name of the button and of its list. */
  label: string;
  items: readonly MenuItem[];
};

const loadList = async () => (await import('./menu-list.tsx')).MenuList;
const MenuList = lateDialog(loadList);
/** What fails here is told when the list is opened. */
const prepare = () => void loadList().catch(() => undefined);

/** A button that opens a list of actions: dots, or `icon` and children. The list's code comes when it is first wanted. */
export function Menu({ label, items, icon, variant = 'quiet', className = '', children, ...rest }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <span className={`relative inline-flex shrink-0 ${className}`}>
      <Button
        {...rest}
        ref={trigger}
        variant={variant}
        icon={icon ?? (children ? undefined : 'dots')}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setOpen(!open)}
        className={children ? '' : 'px-0!'}
      >
        {children}
      </Button>
      {open && <MenuList label={label} items={items} trigger={trigger} onClose={() => setOpen(false)} />}
    </span>
  );
}
