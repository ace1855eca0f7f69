import { isFields } from '@/lib/json-value.ts';
import { ownPrice } from '@/lib/pricing/price-terms.ts';
import type { SomeRates } from '@/lib/pricing/rate-card.ts';
import type { Document } from './document.ts';
import { changeRequestFields } from './request-fields.ts';
import { isSameValue } from './same-value.ts';

const HIGHEST = 1_000_000;

/** What is wrong with a price in dollars per million tokens, in a sentence for the field; empty is a price that is not known. */
export function priceFault(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text.trim())) return 'Dollars, such as 3 or 0.25.';
  return Number(text) > HIGHEST ? `At most ${HIGHEST.toLocaleString('en')} dollars.` : undefined;
}

type Price = NonNullable<Document['price']>;

/** Terms that say nothing leave no trace. */
function withPrice(document: Document, price: Price): Document {
  const { price: before, ...rest } = document;
  if (isSameValue(price, before ?? {})) return document;
  return Object.keys(price).length === 0 ? rest : { ...rest, price };
}

/** Prices what is sent as part of a batch, or not. */
export function changeBatch(document: Document, isOn: boolean): Document {
  const { batch: _, ...rest } = document.price ?? {};
  return withPrice(document, isOn ? { ...rest, batch: true } : rest);
}

/** The user's own price of one class for the document's model, from the text of its field; a model without any has none. */
export function changeOwnPrice(document: Document, label: keyof SomeRates, text: string): Document {
  if (priceFault(text) !== undefined) return document;
  const { model } = document;
  const { own, ...rest } = document.price ?? {};
  const { [label]: _, ...others } = ownPrice(document.price, model) ?? {};
  const rates: SomeRates = text.trim() === '' ? others : { ...others, [label]: Number(text) };
  const models = Object.entries(own ?? {}).filter(([id]) => id !== model);
  const all = Object.keys(rates).length === 0 ? models : [...models, [model, rates] as const];
  return withPrice(document, all.length === 0 ? rest : { ...rest, own: Object.fromEntries(all) });
}

/** Fields of the request that change its price, and what they ask for. */
const CONDITIONS = { speed: 'fast', inference_geo: 'us' } as const;

const NORMAL = { speed: 'standard', inference_geo: 'global' } as const;

/** Asks for fast mode or for inference in the US, in the request's own fields; off leaves no trace, but for what an import asks for. */
export function changeCondition(document: Document, name: keyof typeof CONDITIONS, isOn: boolean): Document {
  const fields: unknown = JSON.parse(document.fields?.trim() || '{}');
  if (!isFields(fields)) return document;
  const { [name]: _, ...others } = fields;
  const isImported = document.imported?.fields.some((field) => field.name === name) ?? false;
  const off = isImported ? { ...others, [name]: NORMAL[name] } : others;
  const next = isOn ? { ...others, [name]: CONDITIONS[name] } : off;
  return changeRequestFields(document, Object.keys(next).length === 0 ? '' : JSON.stringify(next, null, 2));
}
