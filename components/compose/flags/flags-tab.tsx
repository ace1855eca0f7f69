'use client';

import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import { type FlagGroup, flagGroups } from './flag-groups.ts';
import { FlagRow } from './flag-row.tsx';
import { useFlagEffects } from './use-flag-effects.ts';

/** Every flag of the prompt system, by how often it changes. */
export function FlagsTab({ search, onSearchChange }: { search: string; onSearchChange: (search: string) => void }) {
  const flags = useDocument((document) => document.flags);
  const sections = useDocument((document) => document.sections);
  const boundary = useDocument((document) => document.boundary);
  const effects = useFlagEffects();
  const groups = flagGroups({ flags, sections, boundary }, search);
  return (
    <div className="pb-2">
      <div className="sticky top-0 z-10 bg-panel px-3 pt-2.5 pb-1">
        <TextField
          label="Search flags"
          hideLabel
          type="search"
          placeholder="Search flags"
          spellCheck={false}
          value={search}
          onValueChange={onSearchChange}
        />
      </div>
      {groups.map((group) => (
        <Group key={group.kind} group={group} effects={effects} />
      ))}
      {groups.length === 0 && (
        <EmptyState
          title={`No flag matches “${search.trim()}”.`}
          action={<Button onClick={() => onSearchChange('')}>Show all flags</Button>}
        >
          Flags decide which sections, tools and headers a request has. Search by name, by what a flag does, or by where
          that lands: tools, static, dynamic, header, whole prompt.
        </EmptyState>
      )}
    </div>
  );
}

type GroupProps = { group: FlagGroup; effects: ReturnType<typeof useFlagEffects> };

function Group({ group: { title, explanation, items }, effects: { tokens, isStale } }: GroupProps) {
  return (
    <section aria-label={`${title} flags`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 px-3 pt-3 pb-1 text-xs text-ink-3">
        <h3 className="tracking-[0.04em]">{title}</h3>
        <span>{explanation}</span>
      </div>
      <ul>
        {items.map((item) => (
          <FlagRow key={item.id} {...item} tokens={tokens.get(item.id)} isStale={isStale} />
        ))}
      </ul>
    </section>
  );
}
