'use client';

import { Button, type ButtonProps } from './button.tsx';
import type { IconName } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & {
  icon: IconName;
  label: string;
  shortcut?: string | undefined;
};

/** A square button with a drawing; `label` is its accessible name and its tooltip. */
export function IconButton({ icon, label, shortcut, variant = 'quiet', className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <Button {...rest} icon={icon} variant={variant} aria-label={label} className={`px-0! ${className}`} />
    </Tooltip>
  );
}
