'use client';

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import type { Result } from '@/lib/result.ts';

type InlineFormProps<Value> = {
  label: string;
  initial?: string;
  action: string;
  /** What a text means; the failure is a sentence for the field, and keeps the form open. */
  read: (text: string) => Result<Value, string>;
  /** What taking a value will lead to. */
  hint?: (value: Value) => string | undefined;
  onSubmit: (value: Value) => void;
  onCancel: () => void;
  /** Texts to choose from. */
  suggestions?: readonly string[] | undefined;
  className?: string;
};

/** One field in the place of a dialog: Enter takes it, Escape leaves it, and a wrong text stays with what is wrong. */
export function InlineForm<Value>(props: InlineFormProps<Value>) {
  const { label, initial = '', action, read, hint, onSubmit, onCancel, suggestions = [], className = '' } = props;
  const [text, setText] = useState(initial);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(initial.lastIndexOf('/') + 1, initial.length);
  }, [initial]);

  const result = read(text);
  const isShown = isTried || text !== initial;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (result.ok) onSubmit(result.value);
    else field.current?.focus();
  };
  return (
    <form
      data-draft
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      className={`flex flex-col gap-2 ${className}`}
    >
      <TextField
        ref={field}
        label={label}
        mono
        spellCheck={false}
        autoComplete="off"
        value={text}
        onValueChange={setText}
        error={isShown && !result.ok ? result.failure : undefined}
        hint={result.ok ? hint?.(result.value) : undefined}
      />
      {suggestions.length > 0 && (
        <Suggestions
          label={label}
          texts={suggestions}
          onChoose={(chosen) => {
            setText(chosen);
            field.current?.focus();
          }}
        />
      )}
      <div className="flex gap-2">
        <Button type="submit" size="sm">
          {action}
        </Button>
        <Button size="sm" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type SuggestionsProps = { label: string; texts: readonly string[]; onChoose: (text: string) => void };

function Suggestions({ label, texts, onChoose }: SuggestionsProps): ReactNode {
  return (
    <ul aria-label={`${label}: suggestions`} className="flex flex-wrap gap-1">
      {texts.map((text) => (
        <li key={text} className="min-w-0">
          <button
            type="button"
            onClick={() => onChoose(text)}
            className="min-h-6 max-w-full rounded border border-line px-1.5 text-left font-mono text-xs wrap-anywhere text-ink-2 hover:border-line-strong hover:bg-sunken hover:text-ink"
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
