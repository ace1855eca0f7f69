import { changedFields } from './changed-fields.ts';
import type { Document } from './document.ts';
import { copyPath } from './memory-path.ts';

/** Adds an empty file; a path that is taken changes nothing. */
export function addMemoryFile(document: Document, path: string): Document {
  if (document.memoryFiles.some((each) => each.path === path)) return document;
  return { ...document, memoryFiles: [...document.memoryFiles, { path, text: '' }] };
}

export function removeMemoryFile(document: Document, path: string): Document {
  return changedFields(document, { memoryFiles: document.memoryFiles.filter((each) => each.path !== path) });
}

/** Puts a copy with a path of its own behind a file. */
export function copyMemoryFile(document: Document, path: string): Document {
  const at = document.memoryFiles.findIndex((each) => each.path === path);
  const original = document.memoryFiles[at];
  if (!original) return document;
  const copy = { path: copyPath(path, document), text: original.text };
  return { ...document, memoryFiles: document.memoryFiles.toSpliced(at + 1, 0, copy) };
}

/** Lets Project and Local files include a file outside the working directory. */
export function approveInclude(document: Document, path: string): Document {
  const { memorySources } = document;
  const approvedExternalIncludes = [...new Set([...memorySources.approvedExternalIncludes, path])];
  return changedFields(document, { memorySources: { ...memorySources, approvedExternalIncludes } });
}
