'use client';

import * as RadixDialog from 'radix-ui/dialog';
import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';

const SIZES = { sm: 'sm:w-[420px]', md: 'sm:w-[600px]', lg: 'sm:w-[880px]' } as const;

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title. */
  description?: string;
  /** Leaves the title to assistive technology, for a dialog that is one field, like a palette. */
  hideTitle?: boolean;
  size?: keyof typeof SIZES;
  /** The buttons at the foot, the primary one last. */
  footer?: ReactNode;
  children: ReactNode;
};

/**
 * A modal dialog; a sheet at the bottom on a phone. Focus starts on the first control, stays inside and goes back on close.
 * Without the library's overlay, whose scroll lock would write a style element.
 */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, hideTitle = false, size = 'sm', footer, children } = props;
  const opener = useRef<Element>(null);
  const describedBy = description ? {} : { 'aria-describedby': undefined };
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <div className="fixed inset-0 z-40 flex flex-col bg-scrim max-sm:justify-end sm:items-center sm:p-4 sm:pt-[10dvh]">
          <RadixDialog.Content
            {...describedBy}
            onOpenAutoFocus={() => {
              opener.current = document.activeElement;
            }}
            onCloseAutoFocus={() => opener.current instanceof HTMLElement && opener.current.focus()}
            className={`relative flex max-h-[88dvh] w-full max-w-full flex-col bg-panel shadow-float outline-none max-sm:rounded-t-xl sm:max-h-[80dvh] sm:rounded-xl ${SIZES[size]}`}
          >
            <RadixDialog.Title
              className={hideTitle ? 'sr-only' : 'border-b border-line py-3 pr-12 pl-4 text-base font-semibold'}
            >
              {title}
            </RadixDialog.Title>
            <div className={`min-h-0 flex-1 overflow-y-auto ${hideTitle ? '' : 'px-4 py-3.5'}`}>
              {description && (
                <RadixDialog.Description className="mb-3 text-ink-2">{description}</RadixDialog.Description>
              )}
              {children}
            </div>
            {footer && (
              <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-2.5">{footer}</div>
            )}
            <RadixDialog.Close asChild>
              <Button
                variant="quiet"
                icon="close"
                aria-label="Close"
                className={hideTitle ? 'sr-only' : 'absolute top-2 right-2.5 px-0!'}
              />
            </RadixDialog.Close>
          </RadixDialog.Content>
        </div>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
