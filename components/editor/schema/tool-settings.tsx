'use client';

import { Select } from '@/components/ui/select.tsx';
import { SwitchField } from '@/components/ui/switch-field.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeTool } from '@/lib/document/edit-lists.ts';
import { setToolPermission } from '@/lib/document/edit-tools.ts';
import { PERMISSIONS } from './permissions.ts';

/** What is asked of a tool besides its texts: permission, loading on demand, exact arguments. */
export function ToolSettings({ id }: { id: string }) {
  const tool = useDocument(({ tools }) => tools.find((each) => each.id === id));
  const edit = useEdit();
  if (!tool) return null;
  const { name, permission, deferrable = false, strict = false } = tool;
  return (
    <div className="grid gap-x-6 gap-y-2.5 border-b border-line px-3.5 py-3 @md:grid-cols-3 @md:px-5">
      <Select
        variant="field"
        label="Permission"
        value={permission ?? 'unsaid'}
        options={PERMISSIONS}
        onValueChange={(value) =>
          edit(`Change permission of ${name}`, (document) =>
            setToolPermission(document, id, value === 'unsaid' ? undefined : value),
          )
        }
      />
      <SwitchField
        label="Deferrable"
        hint="Loads on demand while tool search is on"
        checked={deferrable}
        onCheckedChange={(isOn) =>
          edit(`Make ${name} ${isOn ? '' : 'not '}deferrable`, (document) =>
            changeTool(document, id, { deferrable: isOn }),
          )
        }
      />
      <SwitchField
        label="Strict"
        hint="Asks for exact arguments while strict tools is on"
        checked={strict}
        onCheckedChange={(isOn) =>
          edit(`Make ${name} ${isOn ? '' : 'not '}strict`, (document) => changeTool(document, id, { strict: isOn }))
        }
      />
    </div>
  );
}
