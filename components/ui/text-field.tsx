import type { ComponentProps } from 'react';
import { CONTROL_CLASS, Field, type FieldProps } from './field.tsx';

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'id' | 'value' | 'onChange'> & {
    value: string;
    onValueChange: (value: string) => void;
    /** Mono, for keys, ids, paths and numbers. */
    mono?: boolean;
  };

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, className, value, onValueChange, mono = false, ...rest } = props;
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      {(attributes) => (
        <input
          {...rest}
          {...attributes}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          className={`h-7 ${CONTROL_CLASS} ${mono ? 'num' : ''}`}
        />
      )}
    </Field>
  );
}
