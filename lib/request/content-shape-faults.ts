import { isFields } from '@/lib/json-value.ts';
import { faultAt, itemFaults, NO_FAULTS, type RequestFault } from './request-fault.ts';

/** What each known kind of block cannot do without; blocks of other kinds are let through. */
const REQUIRED = new Map<string, readonly (readonly [key: string, type: 'string' | 'object'])[]>(
  Object.entries({
    text: [['text', 'string']],
    thinking: [['thinking', 'string']],
    image: [['source', 'object']],
    document: [['source', 'object']],
    tool_use: [
      ['id', 'string'],
      ['name', 'string'],
      ['input', 'object'],
    ],
    tool_result: [['tool_use_id', 'string']],
  }),
);

/** The kinds of block whose fields are read here. */
export const CONTENT_KINDS: ReadonlySet<string> = new Set(REQUIRED.keys());

/** Faults in the shape of a content: a string, or a list of blocks, each with its `type` and what that type needs. */
export function contentShapeFaults(path: string, content: unknown): readonly RequestFault[] {
  if (typeof content === 'string') return NO_FAULTS;
  if (!Array.isArray(content)) return [faultAt(path, 'Input should be a valid list')];
  return itemFaults(content, (block: unknown, index) => blockFaults(`${path}.${index}`, block));
}

function blockFaults(path: string, block: unknown): RequestFault[] {
  if (!isFields(block)) return [faultAt(path, 'Input should be a valid dictionary')];
  const { type } = block;
  if (type === undefined) return [faultAt(`${path}.type`, 'Field required')];
  if (typeof type !== 'string') return [faultAt(`${path}.type`, 'Input should be a valid string')];
  const faults: RequestFault[] = [];
  for (const [key, kind] of REQUIRED.get(type) ?? []) {
    const value = block[key];
    if (kind === 'string' ? typeof value === 'string' : isFields(value)) continue;
    const problem = `Input should be a valid ${kind === 'string' ? 'string' : 'dictionary'}`;
    faults.push(faultAt(`${path}.${type}.${key}`, value === undefined ? 'Field required' : problem));
  }
  const nested = type === 'tool_result' ? block['content'] : undefined;
  return nested === undefined ? faults : [...faults, ...contentShapeFaults(`${path}.${type}.content`, nested)];
}
