import { discoverMemory } from '@/lib/memory/discover-memory.ts';
import { formatMemory } from '@/lib/memory/memory-text.ts';
import type { Span } from './block.ts';
import { memorySettings } from './memory-settings.ts';
import type { PromptInput } from './prompt-input.ts';
import type { PromptPart } from './system-prompt.ts';

const OPENING =
  '<system-reminder>\nBackground for the conversation that follows. The instructions in it come from the user and their project.\n';
const CLOSING =
  '\nThis background may or may not matter to the task at hand; do not bring it up unless it does.\n</system-reminder>';

type Origin = Pick<PromptInput, 'flags' | 'environment' | 'memorySources'>;

const remembered = new WeakMap<
  PromptInput['memoryFiles'],
  { readonly from: Origin; readonly part: PromptPart | undefined }
>();

/** The first user message, found again while nothing that it is made from has changed: most edits are elsewhere. */
export function userContext(input: PromptInput): PromptPart | undefined {
  if (input.imported) return undefined;
  const known = remembered.get(input.memoryFiles);
  const isSame = (key: keyof Origin) => known?.from[key] === input[key];
  if (known && isSame('flags') && isSame('environment') && isSame('memorySources')) return known.part;
  const { flags, environment, memorySources } = input;
  const part = makeUserContext(input);
  remembered.set(input.memoryFiles, { from: { flags, environment, memorySources }, part });
  return part;
}

/** The first user message: memory files and the date inside a reminder; `undefined` when there is neither. */
function makeUserContext(input: PromptInput): PromptPart | undefined {
  const { flags, environment } = input;
  const loaded = flags.CLAUDE_CODE_DISABLE_CLAUDE_MDS
    ? []
    : discoverMemory(input.memoryFiles, memorySettings(input)).loaded;
  const memory = formatMemory(loaded);
  const heading = memory.text === '' ? '' : '# claudeMd\n';
  const date = environment.today === '' ? '' : `# currentDate\nToday's date is ${environment.today}.\n`;
  if (memory.text === '' && date === '') return undefined;
  const before = OPENING + heading;
  const text = `${before}${memory.text}${memory.text === '' ? '' : '\n\n'}${date}${CLOSING}`;
  const lengths = new Map(input.memoryFiles.map((file) => [file.path, file.text.length]));
  const files: Span[] = memory.spans.map(({ path, start, end }) => ({
    source: { type: 'memory-file', path },
    layer: 'memory',
    start: before.length + start,
    end: before.length + end,
    sourceStart: 0,
    sourceEnd: lengths.get(path) ?? end - start,
  }));
  return { text, spans: fillGaps(files, text.length) };
}

/** What no memory file covers is the frame that the client adds. */
function fillGaps(spans: readonly Span[], length: number): Span[] {
  const filled: Span[] = [];
  let at = 0;
  const frame = (end: number) => {
    if (end <= at) return;
    const source = { type: 'user-context' } as const;
    filled.push({ source, layer: 'memory', start: at, end, sourceStart: 0, sourceEnd: end - at });
  };
  for (const span of spans) {
    frame(span.start);
    filled.push(span);
    at = span.end;
  }
  frame(length);
  return filled;
}
