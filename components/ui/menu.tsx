'use client';

import { lazy, Suspense, useRef, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import type { MenuItem } from './menu-item.ts';

type MenuProps = Omit<ButtonProps, 'aria-label' | 'onSelect'> & {
  /** The accessible name of the button and of its list. */
  label: string;
  items: readonly MenuItem[];
};

const loadList = () => import('./menu-list.tsx');
const MenuList = lazy(async () => ({ default: (await loadList()).MenuList }));

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
        onPointerEnter={() => void loadList()}
        onFocus={() => void loadList()}
        onClick={() => setOpen(!open)}
        className={children ? '' : 'px-0!'}
      >
        {children}
      </Button>
      {open && (
        <Suspense>
          <MenuList label={label} items={items} trigger={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
