'use client';

import { type ComponentProps, useId } from 'react';
import { Switch } from './switch.tsx';

type SwitchFieldProps = Omit<ComponentProps<typeof Switch>, 'describedBy'> & { hint?: string | undefined };

/** A switch with its name, and a line on what it does. */
export function SwitchField({ hint, className = '', ...rest }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className={`flex items-start justify-between gap-3 ${className}`}>
      <div className="min-w-0 pt-[2.5px]">
        <span aria-hidden="true">{rest.label}</span>
        {hint && (
          <p id={id} className="text-xs wrap-anywhere text-ink-3">
            {hint}
          </p>
        )}
      </div>
      <Switch {...rest} describedBy={hint && id} />
    </div>
  );
}
