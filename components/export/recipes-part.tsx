'use client';

import { useState } from 'react';
import { nearbyKinds } from '@/components/backend/kind-names.ts';
import { CopyButton } from '@/components/editor/copy-button.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Select } from '@/components/ui/select.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Recipe, RecipeValues } from '@/lib/recipes/recipe.ts';
import { valuesFault } from '@/lib/recipes/recipe.ts';
import { recipes } from '@/lib/recipes/recipes.ts';
import { firstValues } from './recipe-values.ts';
import { saveFile } from './save-file.ts';

/** How to set up what stands around a model server, with one's own values filled in. */
export function RecipesPart() {
  const id = useDocument((document) => document.backend);
  const model = useDocument((document) => document.model);
  const kind = useWorkbench(({ backends }) => backends.find((each) => each.id === id)?.kind);
  const own = useWorkbench(({ ownServers }) => ownServers[id]);
  const [values, setValues] = useState<RecipeValues>(() => firstValues(kind, model, own));
  const [chosen, setChosen] = useState('client-settings');
  const set = (change: Partial<RecipeValues>) => setValues((before) => ({ ...before, ...change }));
  const fault = valuesFault(values);
  const errorOf = (field: string) => (fault?.field === field ? fault.message : undefined);
  const all = recipes(fault ? firstValues(kind, model, own) : values);
  const recipe = all.find((each) => each.id === chosen) ?? all[0];
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          variant="field"
          label="Recipe"
          value={chosen}
          options={all.map(({ id: value, title }) => ({ value, label: title }))}
          onValueChange={setChosen}
        />
        <Select
          variant="field"
          label="Kind of server"
          value={values.kind}
          options={nearbyKinds()}
          onValueChange={(next) => set({ kind: next })}
        />
        <TextField
          label="Address of the server"
          mono
          spellCheck={false}
          value={values.serverUrl}
          error={errorOf('serverUrl')}
          onValueChange={(serverUrl) => set({ serverUrl })}
        />
        <TextField
          label="Model"
          mono
          spellCheck={false}
          value={values.model}
          error={errorOf('model')}
          onValueChange={(next) => set({ model: next })}
        />
        <TextField
          label="Public name, for TLS"
          mono
          spellCheck={false}
          value={values.publicHost}
          error={errorOf('publicHost')}
          onValueChange={(publicHost) => set({ publicHost })}
        />
      </div>
      {recipe && !fault && <RecipeView recipe={recipe} />}
    </div>
  );
}

function RecipeView({ recipe: { title, when, warning, files, check } }: { recipe: Recipe }) {
  return (
    <article aria-label={title} className="flex flex-col gap-2.5">
      <p className="text-ink-2">{when}</p>
      {warning && <Notice tone="warning">{warning}</Notice>}
      {files.map(({ name, text }) => (
        <section key={name} aria-label={name} className="flex flex-col gap-1.5">
          <div className="flex flex-wrap items-center gap-2">
            <h4 className="min-w-0 flex-1 truncate font-mono text-sm">{name}</h4>
            <CopyButton label={`Copy ${name}`} text={() => text} />
            <Button onClick={() => saveFile(name, text)}>Download</Button>
          </div>
          <Code text={text} label={name} />
        </section>
      ))}
      <section aria-label="Check" className="flex flex-col gap-1.5">
        <h4 className="text-sm font-semibold">See that it works</h4>
        <Code text={check} label="the check" />
      </section>
    </article>
  );
}

function Code({ text, label }: { text: string; label: string }) {
  return (
    <section
      aria-label={`Text of ${label}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
      tabIndex={0}
      className="focus-inset max-h-72 overflow-auto rounded-md bg-sunken p-2.5"
    >
      <pre className="font-mono text-xs">{text}</pre>
    </section>
  );
}
