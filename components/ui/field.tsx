import { type ReactNode, useId } from 'react';

export type FieldProps = {
  label: string;
  /** Keeps the name for assistive technology only. */
  hideLabel?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string | undefined;
};

type ControlAttributes = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };

export const CONTROL_CLASS =
  'w-full rounded-md border border-control bg-panel px-[9px] text-ink aria-invalid:border-layer-volatile disabled:opacity-60';

/** A control's frame: its name above, one line of help or the error below, tied together for assistive technology. */
export function Field(props: FieldProps & { children: (attributes: ControlAttributes) => ReactNode }) {
  const { label, hideLabel = false, hint, error, className = '', children } = props;
  const id = useId();
  const help = error ?? hint;
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm text-ink-2'}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': help ? `${id}-help` : undefined })}
      {help && (
        <p id={`${id}-help`} className={`text-xs ${error ? 'text-layer-volatile-ink' : 'text-ink-3'}`}>
          {help}
        </p>
      )}
    </div>
  );
}
