import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Look = { variant?: 'default' | 'primary' | 'quiet' | undefined; size?: 'md' | 'sm' | undefined };

export type ButtonProps = ComponentProps<'button'> & Look & { icon?: IconName | undefined };

const VARIANTS = {
  default: 'border-line bg-panel text-ink hover:border-line-strong hover:bg-sunken',
  primary: 'border-ink bg-ink text-paper hover:border-ink-2 hover:bg-ink-2',
  quiet: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
} as const;

const SIZES = {
  md: 'h-7 min-w-7 rounded-[7px] px-[9px] gap-[7px]',
  sm: 'h-6 min-w-6 rounded-md px-1.5 gap-1.5 text-sm',
} as const;

/** The classes of a button, for links that must look like one. */
export function buttonClass({ variant = 'default', size = 'md' }: Look = {}): string {
  return `inline-flex shrink-0 items-center justify-center border whitespace-nowrap select-none transition-colors disabled:pointer-events-none disabled:text-ink-3 disabled:opacity-60 aria-pressed:border-line-strong aria-pressed:bg-sunken aria-pressed:text-ink ${SIZES[size]} ${VARIANTS[variant]}`;
}

/** A button of one of three weights; `type` is "button" unless given. One `primary` per panel. */
export function Button({ variant, size, icon, className = '', children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={`${buttonClass({ variant, size })} ${className}`}>
      {icon && <Icon name={icon} className="-mx-px size-3.5" />}
      {children}
    </button>
  );
}
