'use client';

type SwitchProps = {
  label: string;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
  /** On or off, it has no effect as things stand: drawn without colour. */
  isIdle?: boolean;
  /** The id of a line that says what it does. */
  describedBy?: string | undefined;
  className?: string;
};

/**
 * An on/off control, drawn 24 × 14 in a 28 × 24 hit area; `label` is its accessible name.
 * A plain button: the library's switch writes an inline style on the server, which the content policy refuses.
 */
export function Switch(props: SwitchProps) {
  const { label, checked, onCheckedChange, disabled, isIdle = false, describedBy, className = '' } = props;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onCheckedChange(!checked)}
      className={`group inline-grid h-6 w-7 shrink-0 place-items-center rounded-md disabled:opacity-60 ${className}`}
    >
      <span
        className={`relative h-3.5 w-6 rounded-full bg-control transition-colors ${isIdle ? '' : 'group-aria-checked:bg-layer-static'}`}
      >
        <span className="absolute top-0.5 left-0.5 size-2.5 rounded-full bg-on-layer transition-transform group-aria-checked:translate-x-2.5" />
      </span>
    </button>
  );
}
