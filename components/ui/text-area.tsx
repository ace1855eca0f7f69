import type { ClipboardEvent, ComponentProps } from 'react';
import { CONTROL_CLASS, Field, type FieldProps } from './field.tsx';

type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps | 'id' | 'value' | 'onChange'> & {
    value: string;
    onValueChange: (value: string) => void;
    mono?: boolean;
    /** Keeps to `rows`, however long the text. */
    fixed?: boolean;
  };

/** Longer texts are laid out without wrapping and at a fixed height, or each key would take a second of layout. */
const LONG_TEXT = 50_000;

/** Right before a long text stands there: else it would be laid out wrapped first, and then once more. */
function unwrapForLong({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>): void {
  if (!currentTarget.readOnly && clipboardData.getData('text').length > LONG_TEXT) currentTarget.wrap = 'off';
}

/** Several lines of text; unless `fixed`, grows with them where the browser can, from `rows` up to half the window. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, className, value, onValueChange, ...others } = props;
  const { mono = false, fixed = false, rows = 3, ...rest } = others;
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      {(attributes) => (
        <textarea
          {...rest}
          {...attributes}
          rows={rows}
          wrap={value.length > LONG_TEXT ? 'off' : 'soft'}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          onPaste={unwrapForLong}
          className={`${fixed || value.length > LONG_TEXT ? '' : 'field-sizing-content'} max-h-[50dvh] resize-y ${rows > 1 ? 'min-h-14 py-1.5' : 'min-h-7 py-1'} ${CONTROL_CLASS} ${mono ? 'font-mono' : ''}`}
        />
      )}
    </Field>
  );
}
