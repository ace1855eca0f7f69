'use client';

import { CheckedField } from '@/components/ui/checked-field.tsx';
import { Select } from '@/components/ui/select.tsx';
import { SwitchField } from '@/components/ui/switch-field.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { sizeTokens } from '@/lib/cache/image-tokens.ts';
import { callsIn, changeTurnBlock } from '@/lib/document/edit-turn-blocks.ts';
import { pixelsFault } from '@/lib/document/field-faults.ts';
import type { ImageBlock, ThinkingBlock, ToolResultBlock, ToolUseBlock, TurnBlock } from '@/lib/prompt/turn-block.ts';

type TurnBlockFieldsProps<Block = TurnBlock> = { turn: string; block: Block; name: string };

/** What a block has beside its text; nothing for one that is all text. */
export function TurnBlockFields({ block, ...rest }: TurnBlockFieldsProps) {
  switch (block.type) {
    case 'tool-use':
      return <CallFields block={block} {...rest} />;
    case 'tool-result':
      return <ResultFields block={block} {...rest} />;
    case 'image':
      return <SizeFields block={block} {...rest} />;
    case 'thinking':
      return <SignatureField block={block} {...rest} />;
    default:
      return null;
  }
}

/** Changes fields of a block, typing in one field being one step. */
function useChange(turn: string, { id, type }: TurnBlock) {
  const edit = useEdit();
  return (label: string, change: object, key?: string) =>
    edit(
      label,
      (document) => changeTurnBlock(document, turn, id, (each) => (each.type === type ? { ...each, ...change } : each)),
      key && `field:turn:${turn}:${id}:${key}`,
    );
}

const FIELDS = 'grid grid-cols-2 gap-2 pr-1.5 pb-2';

function CallFields({ turn, block, name }: TurnBlockFieldsProps<ToolUseBlock>) {
  const change = useChange(turn, block);
  return (
    <div className={FIELDS}>
      <TextField
        label="Tool"
        aria-label={`Tool, ${name}`}
        mono
        value={block.name}
        onValueChange={(text) => change('Change tool of a call', { name: text }, 'name')}
      />
      <TextField
        label="Call id"
        aria-label={`Call id, ${name}`}
        mono
        value={block.call}
        onValueChange={(text) => change('Change id of a call', { call: text }, 'call')}
      />
    </div>
  );
}

function ResultFields({ turn, block, name }: TurnBlockFieldsProps<ToolResultBlock>) {
  const change = useChange(turn, block);
  const conversation = useDocument((document) => document.conversation);
  const calls = callsIn({ conversation }).map(({ call, name: tool }) => ({ value: call, label: `${tool} · ${call}` }));
  const isKnown = calls.some(({ value }) => value === block.call);
  return (
    <div className="flex flex-col gap-2 pr-1.5 pb-2">
      <Select
        variant="field"
        label={`Answers, ${name}`}
        value={block.call}
        options={isKnown ? calls : [{ value: block.call, label: block.call || 'No call yet' }, ...calls]}
        onValueChange={(call) => change('Change the call of a result', { call })}
      />
      <SwitchField
        label={`Is an error, ${name}`}
        checked={block.isError}
        onCheckedChange={(isError) =>
          change(isError ? 'Make a result an error' : 'Make a result no error', { isError })
        }
      />
    </div>
  );
}

const LABELS = { width: 'Width, pixels', height: 'Height, pixels' } as const;

function SizeFields({ turn, block, name }: TurnBlockFieldsProps<ImageBlock>) {
  const change = useChange(turn, block);
  const cost = `≈ ${sizeTokens(block).toLocaleString('en-US')} tokens: width × height / 750 after scaling to 1,568 pixels, 1,600 at most.`;
  if (block.source !== undefined) return <p className="pb-2 text-xs text-ink-3">{cost}</p>;
  return (
    <div className="pr-1.5 pb-2">
      <div className="grid grid-cols-2 gap-2">
        {(['width', 'height'] as const).map((edge) => (
          <CheckedField
            key={edge}
            label={LABELS[edge]}
            aria-label={`${LABELS[edge]}, ${name}`}
            inputMode="numeric"
            mono
            value={`${block[edge]}`}
            check={pixelsFault}
            onValueChange={(text) => change('Change size of an image', { [edge]: Number(text) }, edge)}
          />
        ))}
      </div>
      <p className="pt-1 text-xs text-ink-3">{cost} A plain picture of this size is sent.</p>
    </div>
  );
}

function SignatureField({ turn, block, name }: TurnBlockFieldsProps<ThinkingBlock>) {
  const change = useChange(turn, block);
  return (
    <TextField
      className="pr-1.5 pb-2"
      label="Signature"
      aria-label={`Signature, ${name}`}
      mono
      value={block.signature}
      onValueChange={(signature) => change('Change a signature', { signature }, 'signature')}
    />
  );
}
