'use client';

import * as DropdownMenu from 'radix-ui/dropdown-menu';
import { Fragment, type RefObject } from 'react';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import type { MenuItem } from './menu-item.ts';

type MenuListProps = {
  label: string;
  items: readonly MenuItem[];
  trigger: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
};

/**
 * The list goes into the trigger's own landmark, so that it is found there and a dialog around it stays one: into the outermost section,
 * for what lies deeper is cut off at a room's edge.
 */
const LANDMARK = '[role="dialog"], section:not(section *), header, main';

/** The library names the list by its trigger, which here is only an anchor. */
const NAMED_BY_LABEL = { 'aria-labelledby': undefined };

/** The open list of a `Menu`, over an unseen anchor on its button. Not modal: the scroll lock would write a style element. */
export function MenuList({ label, items, trigger, onClose }: MenuListProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" className="pointer-events-none absolute inset-0" tabIndex={-1} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={trigger.current?.closest<HTMLElement>(LANDMARK) ?? null}>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          {...NAMED_BY_LABEL}
          aria-label={label}
          onInteractOutside={(event) => trigger.current?.contains(event.target as Node) && event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement?.contains(trigger.current)) trigger.current?.focus();
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-lg bg-panel p-1 shadow-float"
        >
          {items.map((item) => (
            <Fragment key={item.id}>
              {item.separated && <DropdownMenu.Separator className="my-1 h-px bg-line" />}
              <DropdownMenu.Item
                disabled={item.disabled ?? false}
                onSelect={() => {
                  trigger.current?.focus();
                  item.onSelect();
                }}
                className={`flex h-8 items-center gap-2 rounded-md px-2 outline-none select-none data-disabled:text-ink-3 data-disabled:opacity-60 data-highlighted:bg-sunken data-highlighted:shadow-[inset_0_0_0_1px_var(--color-control)] ${item.className ?? ''}`}
              >
                <span className="grid w-4 place-items-center text-ink-2">
                  {item.icon && <Icon name={item.icon} className="size-3.5" />}
                </span>
                <span className="flex-1">{item.label}</span>
                {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
              </DropdownMenu.Item>
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
