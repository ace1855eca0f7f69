import { valueWords } from '@/lib/json-value.ts';
import { rememberEach } from '@/lib/remember.ts';
import { SCOPE_BETA } from './betas.ts';
import { breakpointViolations } from './breakpoints.ts';
import { cacheControl, type FlatBlock, ttlOf } from './flatten-request.ts';
import { faultAt, itemFaults, NO_FAULTS, type RequestFault, type RequestRules } from './request-fault.ts';
import type { MessageCreateParamsBase, ToolUnion } from './wire.ts';

/** Faults of the marks: the form of each `cache_control`, then their number, order and places. A `scope` is accepted under its beta, and ignored. */
export function markFaults(
  request: MessageCreateParamsBase,
  blocks: readonly FlatBlock[],
  rules: RequestRules,
): RequestFault[] {
  const top = request.cache_control;
  const form = [
    ...formFaults('', top, rules),
    ...itemFaults(blocks, (block) => {
      const nested = nestedForms(block, rules);
      const own = formFaults(block.path, cacheControl(block.value), rules);
      return nested.length === 0 ? own : [...nested, ...own];
    }),
    ...(request.tools ? deferredMarks(request.tools) : NO_FAULTS),
  ];
  if (form.length > 0) return form;
  return breakpointViolations(blocks, ttlOf(top)).map(({ path, message, fix }) => ({ path, message, fix }));
}

function nestedForms({ path, value }: FlatBlock, rules: RequestRules): readonly RequestFault[] {
  if (value.type !== 'tool_result' || !Array.isArray(value.content)) return NO_FAULTS;
  return itemFaults(value.content, (part, index) =>
    formFaults(`${path}.tool_result.content.${index}`, cacheControl(part), rules),
  );
}

/** Of the mark of what stands at `place` ('' for the request). Only null is no mark; whatever else stands in its field must be one. */
function formFaults(place: string, control: object | null | undefined, rules: RequestRules): readonly RequestFault[] {
  if (control === null || control === undefined) return NO_FAULTS;
  const path = place === '' ? 'cache_control' : `${place}.cache_control`;
  if (typeof control !== 'object') return [faultAt(path, 'Input should be a valid dictionary')];
  const { type, ttl } = control as Record<string, unknown>;
  if (type !== 'ephemeral') {
    const tag = `Input tag '${valueWords(type)}' found using 'type' does not match any of the expected tags: 'ephemeral'`;
    return [faultAt(path, tag, 'The only type of cache_control is "ephemeral".')];
  }
  const faults: RequestFault[] = [];
  if (ttl !== undefined && ttl !== null && ttl !== '5m' && ttl !== '1h')
    faults.push(faultAt(`${path}.ephemeral.ttl`, "Input should be '5m' or '1h'"));
  const isKnown = (key: string) =>
    key === 'type' || key === 'ttl' || (key === 'scope' && rules.betas?.includes(SCOPE_BETA));
  const extra = itemFaults(Object.keys(control), (key) =>
    isKnown(key)
      ? NO_FAULTS
      : [faultAt(`${path}.ephemeral.${key}`, 'Extra inputs are not permitted', `Take \`${key}\` out.`)],
  );
  return [...faults, ...extra];
}

/** A deferred tool is not in the prefix, so it cannot be marked (caching rules §11; the provider's text is not known). */
const deferredMarks = rememberEach((tools: readonly ToolUnion[]) =>
  itemFaults(tools, (tool, index) =>
    'defer_loading' in tool && tool.defer_loading === true && cacheControl(tool) !== undefined
      ? [faultAt(`tools.${index}.cache_control`, 'cache_control cannot be set for tools with defer_loading')]
      : NO_FAULTS,
  ),
);
