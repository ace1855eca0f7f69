'use client';

import { cloneElement, type FocusEvent, type ReactElement, useId, useRef, useState } from 'react';
import { Kbd } from './kbd.tsx';
import { placeBeside } from './place-beside.ts';

type Target = ReactElement<{ 'aria-label'?: string; 'aria-describedby'?: string | undefined }>;

type TooltipProps = { label: string; shortcut?: string | undefined; children: Target };

const HOVER_DELAY = 400;
const LEAVE_DELAY = 120;

/**
 * A line of help beside one control, on hover and on keyboard focus; Escape closes it. It describes the control unless
 * it only repeats its name. In the browser's top layer, so nothing cuts it off.
 */
export function Tooltip({ label, shortcut, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  const change = (next: boolean, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), delay);
  };
  const show = (card: HTMLSpanElement | null) => {
    const control = anchor.current?.firstElementChild;
    if (!card || !control) return;
    card.showPopover();
    const viewport = { width: window.innerWidth, height: window.innerHeight };
    const { left, top } = placeBeside(control.getBoundingClientRect(), card.getBoundingClientRect(), viewport);
    card.style.translate = `${left}px ${top}px`;
  };
  const describes = open && children.props['aria-label'] !== label;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for what passes through to the control
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && change(true, HOVER_DELAY)}
      onPointerLeave={() => change(false, LEAVE_DELAY)}
      onPointerDown={() => change(false, 0)}
      onFocus={(event: FocusEvent) => event.target.matches(':focus-visible') && change(true, 0)}
      onBlur={() => change(false, 0)}
      onKeyDown={(event) => event.key === 'Escape' && change(false, 0)}
    >
      {describes ? cloneElement(children, { 'aria-describedby': id }) : children}
      {open && (
        <span
          ref={show}
          id={id}
          role="tooltip"
          popover="manual"
          className="fixed top-0 left-0 m-0 max-w-64 rounded-md border-0 bg-ink px-2 py-1 text-sm whitespace-normal text-paper"
        >
          {label}
          {shortcut && (
            <span className="ml-2">
              <Kbd>{shortcut}</Kbd>
            </span>
          )}
        </span>
      )}
    </span>
  );
}
