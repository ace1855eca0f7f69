'use client';

import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import { Button } from '@/components/ui/button.tsx';
import type { IconName } from '@/components/ui/icon.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { Select, type SelectOption } from '@/components/ui/select.tsx';
import { Logo } from './logo.tsx';

export type HeaderChoice = {
  label: string;
  value: string;
  options: readonly SelectOption[];
  onValueChange: (value: string) => void;
  lead?: ReactNode;
};

export type HeaderAction = {
  id: string;
  label: string;
  onSelect: () => void;
  icon?: IconName | undefined;
  /** Shown in the menu. */
  shortcut?: string | undefined;
  /** The width from which it has a button of its own; below, it is in the "More" menu. `never`: always in the menu. */
  inline: 'tablet' | 'desktop' | 'wide' | 'never';
};

type HeaderProps = {
  preset: HeaderChoice;
  /** A word on the document, such as "3 changes from preset". */
  status?: string | undefined;
  undo: HeaderStep;
  redo: HeaderStep;
  model: HeaderChoice;
  backend: HeaderChoice;
  actions: readonly HeaderAction[];
};

type HeaderStep = { label: string; shortcut: string; onSelect: () => void; disabled: boolean };

const SHOWN = { tablet: 'max-sm:hidden', desktop: 'max-lg:hidden', wide: 'max-xl:hidden' } as const;
const LISTED = { tablet: 'sm:hidden', desktop: 'lg:hidden', wide: 'xl:hidden', never: '' } as const;

/**
 * The bar at the top, 44 px high; two rows on a phone, the model and the backend in the second. Actions without a
 * button of their own at this width are in the "More" menu. It is painted by itself, and its lists over the ribbon.
 */
export function WorkbenchHeader({ preset, status, undo, redo, model, backend, actions }: HeaderProps) {
  const items = actions.map(({ inline, ...action }) => ({ ...action, className: LISTED[inline] }));
  return (
    <header className="relative z-20 flex min-h-11 min-w-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line bg-panel px-3.5 max-sm:py-1.5 sm:flex-nowrap xl:gap-x-2.5">
      <Logo />
      <h1 className="text-base font-semibold tracking-[-0.01em] max-md:sr-only">Strata</h1>
      <Select {...preset} variant="quiet" className="max-sm:flex-1 sm:shrink sm:-ml-1" />
      {status && (
        <span className="max-lg:hidden">
          <Badge>{status}</Badge>
        </span>
      )}
      <span className="flex-1 max-sm:hidden" />
      <div className="flex">
        <IconButton icon="undo" {...stepProps(undo)} />
        <IconButton icon="redo" {...stepProps(redo)} />
      </div>
      <div className="flex min-w-0 gap-x-2 max-sm:order-1 max-sm:basis-full xl:gap-x-2.5">
        <Select {...model} className="max-sm:flex-1 sm:max-w-52" />
        <Select {...backend} className="max-sm:flex-1 sm:max-w-44" />
      </div>
      {actions.map(
        ({ id, label, inline, onSelect, icon }) =>
          inline !== 'never' && (
            <Button key={id} className={SHOWN[inline]} icon={icon} onClick={onSelect}>
              {label}
            </Button>
          ),
      )}
      <Menu label="More" items={items} />
    </header>
  );
}

const stepProps = ({ label, shortcut, onSelect, disabled }: HeaderStep) => ({
  label,
  shortcut,
  disabled,
  onClick: onSelect,
});
