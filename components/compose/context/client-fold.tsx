'use client';

import { CheckedField } from '@/components/ui/checked-field.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { Select } from '@/components/ui/select.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeLayout, changeSettings } from '@/lib/document/edit-settings.ts';
import { maxTokensFault, versionFault } from '@/lib/document/field-faults.ts';
import { ENTRYPOINTS, readEntrypoint } from './entrypoints.ts';
import { RequestFields } from './request-fields.tsx';

const LAYOUTS = [
  { value: 'classic', label: 'Classic: all in the system prompt' },
  { value: 'current', label: 'Current: session parts in the messages' },
];

/** How the client names itself, and how long a reply may be. */
export function ClientFold() {
  const { version, entrypoint } = useDocument((document) => document.client);
  const maxTokens = useDocument((document) => document.maxTokens);
  const layout = useDocument((document) => document.layout ?? 'classic');
  const edit = useEdit();
  return (
    <Fold title="Client and reply" aside={`${entrypoint} ${version}`} className="grid grid-cols-2 gap-2.5">
      <CheckedField
        label="Client version"
        mono
        value={version}
        check={versionFault}
        onValueChange={(text) =>
          edit(
            'Change client version',
            (document) => changeSettings(document, 'client', { version: text }),
            'client:version',
          )
        }
      />
      <Select
        variant="field"
        label="Entrypoint"
        value={entrypoint}
        options={ENTRYPOINTS}
        onValueChange={(value) =>
          edit('Change entrypoint', (document) =>
            changeSettings(document, 'client', { entrypoint: readEntrypoint(value) }),
          )
        }
      />
      <Select
        variant="field"
        label="Layout"
        value={layout}
        options={LAYOUTS}
        onValueChange={(value) => edit('Change layout', (document) => changeLayout(document, value === 'current'))}
      />
      <CheckedField
        label="Max tokens"
        hint="Of the reply; not part of the prefix"
        mono
        inputMode="numeric"
        value={String(maxTokens)}
        check={maxTokensFault}
        onValueChange={(text) =>
          edit('Change max tokens', (document) => ({ ...document, maxTokens: Number(text) }), 'maxTokens')
        }
      />
      <RequestFields />
    </Fold>
  );
}
