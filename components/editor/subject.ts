import type { Document } from '@/lib/document/document.ts';
import { changeMemoryFile, changeServer, changeTool } from '@/lib/document/edit-lists.ts';
import { changeSection } from '@/lib/document/edit-sections.ts';
import { changePrompt, changeSettings } from '@/lib/document/edit-settings.ts';
import { normalizePath } from '@/lib/memory/path.ts';
import type { PromptId } from '@/lib/prompt/block.ts';
import type { GitStatus } from '@/lib/prompt/prompt-input.ts';
import { sourceTitle } from '@/lib/store/analysis/source-title.ts';
import type { Selection } from '@/lib/store/selection.ts';
import type { EditorPlace, EditorText } from './editor-text.ts';
import { turnTexts } from './turn-subject.ts';

/** What the editor shows: a title and its texts. */
export interface Subject {
  readonly title: string;
  readonly texts: readonly EditorText[];
}

/** What the editor shows, whatever its texts say. */
export interface SubjectOutline {
  readonly title: string;
  readonly texts: readonly EditorPlace[];
}

/** Do both show the same places under the same names? */
export function hasSameOutline(left: SubjectOutline, right: SubjectOutline): boolean {
  const isSamePlace = (one: EditorPlace, other: EditorPlace | undefined) =>
    other !== undefined && OUTLINE.every((field) => one[field] === other[field]);
  return (
    left.title === right.title &&
    left.texts.length === right.texts.length &&
    left.texts.every((place, at) => isSamePlace(place, right.texts[at]))
  );
}

const OUTLINE = ['key', 'name', 'heading', 'language', 'placeholder', 'schemaOf'] as const;

/** What a selection means in a document; `undefined` for what is not (or no longer) there. */
export function findSubject(document: Document, selection: Selection): Subject | undefined {
  switch (selection.type) {
    case 'section':
      return sectionSubject(document, selection.id);
    case 'memory-file':
      return memoryFileSubject(document, selection.path);
    case 'tool':
      return toolSubject(document, selection.id);
    case 'server':
      return serverSubject(document, selection.id);
    case 'prompt':
      return promptSubject(document, selection.id);
    case 'turn':
      return turnSubject(document, selection.id);
    case 'git-status':
      return gitStatusSubject(document);
  }
}

function sectionSubject({ sections }: Document, id: string): Subject | undefined {
  const section = sections.find((each) => each.id === id);
  if (!section) return undefined;
  const { title, text, verbatim = false } = section;
  const write: EditorText['write'] = (document, next) => changeSection(document, id, { text: next });
  const placeholder =
    'What the model should know or do. {{env.today}} fills in a value, {{#flags.NAME}} … {{/flags.NAME}} shows a part while the flag is on.';
  return {
    title,
    texts: [
      {
        key: `text:section:${id}`,
        name: title,
        language: verbatim ? 'markdown' : 'template',
        text,
        placeholder,
        write,
      },
    ],
  };
}

/** A block names its files by their normalised paths, the document as they were typed. */
function memoryFileSubject({ memoryFiles }: Document, wanted: string): Subject | undefined {
  const file =
    memoryFiles.find((each) => each.path === wanted) ?? memoryFiles.find((each) => normalizePath(each.path) === wanted);
  if (!file) return undefined;
  const { path } = file;
  const write: EditorText['write'] = (document, next) => changeMemoryFile(document, path, next);
  const text: EditorText = {
    key: `text:memory-file:${path}`,
    name: path,
    language: 'markdown',
    text: file.text,
    placeholder:
      'Instructions for every session, in Markdown. @path includes another file; <!-- comments --> are not sent.',
    write,
  };
  return { title: path, texts: [text] };
}

function toolSubject({ tools }: Document, id: string): Subject | undefined {
  const tool = tools.find((each) => each.id === id);
  if (!tool) return undefined;
  return {
    title: tool.name,
    texts: [
      {
        key: `text:tool:${id}:description`,
        name: `${tool.name}, description`,
        heading: 'Description',
        language: 'markdown',
        text: tool.description,
        placeholder: 'What the tool does, and when to use it.',
        write: (document, description) => changeTool(document, id, { description }),
      },
      {
        key: `text:tool:${id}:schema`,
        name: `${tool.name}, input schema`,
        heading: 'Input schema (JSON)',
        language: 'json',
        text: tool.inputSchema,
        placeholder: '{ "type": "object", "properties": {} }',
        write: (document, inputSchema) => changeTool(document, id, { inputSchema }),
        schemaOf: id,
      },
    ],
  };
}

function serverSubject({ mcpServers }: Document, id: string): Subject | undefined {
  const server = mcpServers.find((each) => each.id === id);
  if (!server) return undefined;
  const { name, instructions: text } = server;
  const write: EditorText['write'] = (document, instructions) => changeServer(document, id, { instructions });
  const placeholder = 'What the server says of its tools. It enters the prompt while the server is connected.';
  return { title: name, texts: [{ key: `text:server:${id}`, name, language: 'markdown', text, placeholder, write }] };
}

function promptSubject(document: Document, id: PromptId): Subject {
  const title = sourceTitle({ type: 'prompt', id }, document);
  const { text } = document.prompts[id];
  const write: EditorText['write'] = (current, next) => changePrompt(current, id, { text: next });
  const placeholder =
    id === 'append'
      ? 'Comes last, behind whichever prompt is sent.'
      : 'Stands in for the whole default prompt when it is on.';
  return { title, texts: [{ key: `text:prompt:${id}`, name: title, language: 'markdown', text, placeholder, write }] };
}

function turnSubject(document: Document, id: string): Subject | undefined {
  const turn = document.conversation.find((each) => each.id === id);
  if (!turn) return undefined;
  const title = sourceTitle({ type: 'turn', id }, document);
  return { title, texts: turnTexts(turn, title) };
}

const GIT_FIELDS: readonly (readonly [keyof GitStatus, string])[] = [
  ['branch', 'Current branch'],
  ['mainBranch', 'Main branch'],
  ['user', 'Git user'],
  ['status', 'Status'],
  ['log', 'Recent commits'],
];

function gitStatusSubject({ gitStatus }: Document): Subject {
  return {
    title: 'Git status',
    texts: GIT_FIELDS.map(
      ([field, name]): EditorText => ({
        key: `text:git-status:${field}`,
        name,
        heading: name,
        language: 'plain',
        text: gitStatus[field],
        placeholder: '',
        write: (document, text) => changeSettings(document, 'gitStatus', { [field]: text }),
      }),
    ),
  };
}
