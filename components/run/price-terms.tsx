'use client';

import { SwitchField } from '@/components/ui/switch-field.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useDraft } from '@/components/ui/use-draft.ts';
import { useAnalysis, useDocument, useEdit, useSame } from '@/components/workbench/workbench-context.tsx';
import { changeBatch, changeCondition, changeOwnPrice, priceFault } from '@/lib/document/edit-price.ts';
import { conditionsOf, ownPrice } from '@/lib/pricing/price-terms.ts';
import { describePriceSource, PRICE_FIELDS, pricePlaceholder } from './price-fields.ts';

/** What the price of the request rests on: conditions that the model's card has a factor for, and the user's own prices. */
export function PriceTerms() {
  const edit = useEdit();
  const model = useDocument((document) => document.model);
  const own = useDocument(({ price }) => ownPrice(price, model));
  const card = useAnalysis((analysis) => analysis.card);
  const isOld = useAnalysis(({ oldPricesOf }) => oldPricesOf !== undefined) ?? false;
  const asked = useAnalysis(useSame(({ built }) => conditionsOf(built.request)));
  const isBatch = useDocument(({ price }) => price?.batch === true);
  const { batch, fast, inferenceGeoUs } = card?.factors ?? {};
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-ink-2">{describePriceSource(card, own !== undefined, model, isOld)}</p>
      {(batch || isBatch) && (
        <SwitchField
          label="As a batch"
          hint="Prices predictions as those of a batch. What is sent from here is not in one."
          checked={isBatch}
          onCheckedChange={(isOn) => edit('Change the price', (document) => changeBatch(document, isOn))}
        />
      )}
      {(fast || asked?.speed) && (
        <SwitchField
          label="Fast mode"
          hint="Sends speed: fast with the request."
          checked={asked?.speed === 'fast'}
          onCheckedChange={(isOn) => edit('Change the speed', (document) => changeCondition(document, 'speed', isOn))}
        />
      )}
      {(inferenceGeoUs || asked?.inferenceGeo) && (
        <SwitchField
          label="Inference in the US"
          hint="Sends inference_geo: us with the request."
          checked={asked?.inferenceGeo === 'us'}
          onCheckedChange={(isOn) =>
            edit('Change where it is computed', (document) => changeCondition(document, 'inference_geo', isOn))
          }
        />
      )}
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-1 text-sm font-semibold">Own price, dollars per million tokens</legend>
        {PRICE_FIELDS.map(({ label, name }) => (
          <PriceField
            key={`${model} ${label}`}
            label={name}
            placeholder={pricePlaceholder(card, label, own !== undefined)}
            value={own?.[label] === undefined ? '' : String(own[label])}
            onValueChange={(text) =>
              edit('Change the price', (document) => changeOwnPrice(document, label, text), `price ${label}`)
            }
          />
        ))}
      </fieldset>
    </div>
  );
}

type PriceFieldProps = { label: string; placeholder: string; value: string; onValueChange: (text: string) => void };

/** Dollars, passed on while they are typed; `0.` and `0` are the same sum. */
function PriceField({ value, onValueChange, ...rest }: PriceFieldProps) {
  const settle = (each: string) => (each.trim() === '' ? '' : String(Number(each)));
  const { text, error, onTextChange } = useDraft({ value, check: priceFault, settle, onChange: onValueChange });
  return (
    <TextField
      {...rest}
      mono
      inputMode="decimal"
      autoComplete="off"
      value={text}
      error={error}
      onValueChange={onTextChange}
    />
  );
}
