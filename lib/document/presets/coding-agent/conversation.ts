import type { Turn } from '@/lib/prompt/prompt-input.ts';

/** What stands in the input box when the preset opens. */
export const DRAFT = 'Rename the config loader and fix its callers.';

/** The turns before the draft, oldest first, user and assistant in alternation. */
export const CONVERSATION: readonly Turn[] = [
  {
    id: 'turn-1-user',
    role: 'user',
    text: 'The nightly worker used last year’s station list again. Where does it get its configuration from, and why would it miss a change in tidewater.config.json?',
  },
  {
    id: 'turn-1-assistant',
    role: 'assistant',
    text: `The worker reads the file once, at import time, so a process that keeps running never sees the change.

- \`apps/worker/src/main.ts:11\` calls \`load()\` at the top level of the module and keeps the result in a constant.
- \`packages/config/src/load.ts:27\` looks for \`tidewater.config.json\` from the working directory upwards, parses it, and checks it against the schema in \`schema.ts\`. It stores the result in a module variable, so even a second call gives the old value.
- \`apps/worker/src/nightly.ts:40\` takes the station list from that constant at each run.

The file itself is fine: in a fresh process the loader returned 214 stations, including the six new ones.

Two ways to repair it: call the loader inside \`runNightly()\` and drop the module variable, or restart the worker when the file changes. The first is smaller.`,
  },
  {
    id: 'turn-2-user',
    role: 'user',
    text: 'We’ll do the first one in its own branch. Before that: `load` says nothing at the call sites. Who calls it, and is the name part of anything public?',
  },
  {
    id: 'turn-2-assistant',
    role: 'assistant',
    text: `It has five callers, all inside the repository:

| caller | form |
| --- | --- |
| \`apps/api/src/server.ts:19\` | \`load()\` |
| \`apps/worker/src/main.ts:11\` | \`load()\` |
| \`apps/web/scripts/build-index.ts:8\` | imported as \`loadConfig\` |
| \`packages/stations/src/catalogue.test.ts:14\` | \`load({ path })\` |
| \`packages/tables/src/cli.ts:33\` | \`config.load()\`, by way of a namespace import |

The name is not public. \`packages/config/package.json\` is marked private, and no published package re-exports it. It does appear in two documents, \`docs/operations.md:52\` and the README of the package. One caller already renames it to \`loadConfig\` on import, which is also the pattern that \`docs/conventions.md\` asks for: a verb and what it acts on.

A rename would touch the function, the file \`load.ts\` with its test, these five callers and the two documents.`,
  },
];
