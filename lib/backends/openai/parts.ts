import { BackendFault } from '@/lib/backends/backend-fault.ts';
import { type Fields, isFields } from '@/lib/json-value.ts';
import type { Wording } from './wording.ts';

/** A block of a Messages request, and where it stands there. */
export interface PlacedBlock {
  readonly path: string;
  readonly value: Fields;
}

/** How the two interfaces name the kinds of a part. */
export interface PartNames {
  readonly text: 'text' | 'input_text';
  readonly image: (url: string) => Fields;
  readonly file: (name: string, data: string) => Fields;
}

/** A text, or a list of blocks, as blocks; anything else is no content. */
export function blocksOf(content: unknown, path: string): PlacedBlock[] {
  if (typeof content === 'string') return content === '' ? [] : [{ path, value: { type: 'text', text: content } }];
  if (content === undefined || content === null) return [];
  if (!Array.isArray(content)) throw unfit(path, 'It must be a text or a list of blocks.');
  return content.map((value, index) => ({ path: `${path}.${index}`, value: fields(value, `${path}.${index}`) }));
}

export function fields(value: unknown, path: string): Fields {
  if (isFields(value)) return value;
  throw unfit(path, 'It must be an object.');
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A block of a user's message, or of a tool's result, as a part. */
export function part(block: PlacedBlock, wording: Wording, names: PartNames): Fields {
  const { path, value } = block;
  switch (value['type']) {
    case 'text':
      return { type: names.text, text: textOf(value['text']), ...markOf(value, wording) };
    case 'image':
      return { ...names.image(imageUrl(fields(value['source'], `${path}.source`), path)), ...markOf(value, wording) };
    case 'document':
      return { ...documentPart(value, path, names), ...markOf(value, wording) };
    default:
      throw unfit(path, `A block of the type ${JSON.stringify(value['type'])} has no place in OpenAI's interfaces.`);
  }
}

/** What stands for the `cache_control` of a block, beside its part. */
export function markOf(value: Fields, { marks }: Wording): Fields {
  const mark = value['cache_control'];
  if (typeof mark !== 'object' || mark === null || marks === 'none') return {};
  return marks === 'breakpoints' ? { prompt_cache_breakpoint: { mode: 'explicit' } } : { cache_control: mark };
}

export const isMarked = (value: Fields, wording: Wording): boolean => Object.keys(markOf(value, wording)).length > 0;

/** The blocks of a tool's result. Its own mark is the last one's, which ends the same prefix. */
export function resultBlocks({ path, value }: PlacedBlock): PlacedBlock[] {
  const blocks = blocksOf(value['content'], `${path}.content`);
  const mark = value['cache_control'] ?? undefined;
  if (mark === undefined) return blocks;
  return blocks.map((block, index) =>
    index < blocks.length - 1 ? block : { ...block, value: { ...block.value, cache_control: mark } },
  );
}

function imageUrl(source: Fields, path: string): string {
  if (source['type'] === 'url') return textOf(source['url']);
  if (source['type'] === 'base64') return `data:${textOf(source['media_type'])};base64,${textOf(source['data'])}`;
  throw unfit(
    `${path}.source`,
    "A picture must be given by its address or its bytes: files of one provider are not another's.",
  );
}

function documentPart(value: Fields, path: string, names: PartNames): Fields {
  const source = fields(value['source'], `${path}.source`);
  if (source['type'] === 'text') return { type: names.text, text: textOf(source['data']) };
  if (source['type'] !== 'base64') throw unfit(`${path}.source`, 'A document must be given by its text or its bytes.');
  const data = `data:${textOf(source['media_type'])};base64,${textOf(source['data'])}`;
  return names.file(textOf(value['title']) || 'document.pdf', data);
}

/** Blocks of an assistant that these interfaces leave out: thinking belongs to the model that thought it. */
const LEFT_OUT = new Set(['thinking', 'redacted_thinking']);

/** What an assistant said and called; anything else its provider alone can read. */
export function spokenBlocks(blocks: readonly PlacedBlock[]): PlacedBlock[] {
  return blocks.filter(({ path, value: { type } }) => {
    if (type === 'text' || type === 'tool_use') return true;
    if (typeof type === 'string' && LEFT_OUT.has(type)) return false;
    throw unfit(path, `A block of the type ${JSON.stringify(type)} has no place in OpenAI's interfaces.`);
  });
}

/** A mark that the interface has no place for: where a model caches by marks alone, leaving it out would be another request. */
export function refuseMark({ path, value }: PlacedBlock, wording: Wording): void {
  if (wording.cachesByMarks && isMarked(value, wording)) throw unfit(path, 'A mark has no place there.');
}

/** The request has something at `path` that cannot be worded for this interface; nothing was sent. */
export const unfit = (path: string, why: string): BackendFault =>
  new BackendFault({
    code: 'request-invalid',
    message: `Nothing was sent: ${path} cannot be put into this interface. ${why}`,
    place: path,
    fix: 'Change it, or send to a backend that speaks the Messages API.',
  });
