import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type SelectOption<Value extends string = string> = {
  value: Value;
  label: string;
  group?: string | undefined;
  disabled?: boolean | undefined;
};

type SelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onValueChange: (value: Value) => void;
  /** chip: framed, name read out only · quiet: no frame · field: a form field under its visible name. */
  variant?: 'chip' | 'quiet' | 'field';
  /** Drawn before the value, such as a state dot. */
  lead?: ReactNode;
  disabled?: boolean | undefined;
  className?: string;
};

const FRAMES = {
  chip: 'h-7 rounded-[7px] border-line bg-panel hover:border-line-strong hover:bg-sunken',
  quiet: 'h-7 rounded-[7px] border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
  field: 'h-8 rounded-md border-control bg-panel',
} as const;

/** A native select in a chip: the platform's own list, keyboard and touch. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, onValueChange, variant = 'chip', lead, disabled, className = '' } = props;
  const choose = (text: string) => {
    const chosen = options.find((option) => option.value === text);
    if (chosen) onValueChange(chosen.value);
  };
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <label className={`flex min-w-0 flex-col gap-1 ${className}`}>
      {variant === 'field' && <span className="text-sm text-ink-2">{label}</span>}
      <span
        className={`relative flex min-w-0 items-center border transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus ${FRAMES[variant]}`}
      >
        {lead && <span className="pointer-events-none absolute left-[9px] flex">{lead}</span>}
        <select
          aria-label={label}
          value={value}
          disabled={disabled}
          onChange={(event) => choose(event.target.value)}
          className={`field-sizing-content h-full w-full min-w-0 appearance-none truncate bg-transparent pr-6 outline-none ${lead ? 'pl-[23px]' : 'pl-[9px]'}`}
        >
          {groups.map((group) => {
            const members = options.filter((option) => option.group === group).map(optionElement);
            return group ? (
              <optgroup key={group} label={group}>
                {members}
              </optgroup>
            ) : (
              members
            );
          })}
        </select>
        <Icon name="chevron" className="pointer-events-none absolute right-1.5 size-3.5 text-ink-3" />
      </span>
    </label>
  );
}

const optionElement = ({ value, label, disabled }: SelectOption) => (
  <option key={value} value={value} disabled={disabled} className="bg-panel text-ink">
    {label}
  </option>
);
