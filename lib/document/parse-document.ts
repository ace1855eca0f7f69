import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { describeIssue } from './describe-issue.ts';
import { DOCUMENT_VERSION, type Document } from './document.ts';
import { MIGRATIONS } from './migrations.ts';
import { documentSchema } from './schema.ts';

/** Reads anything that claims to be a document, migrating older versions; nothing stored or shared is trusted. */
export function parseDocument(value: unknown): Result<Document> {
  if (typeof value !== 'object' || value === null) return invalid('It is not an object.', 'document');
  const version = (value as { version?: unknown }).version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return invalid('It names no version.', 'version');
  if (version > DOCUMENT_VERSION) {
    return failed({
      code: 'document-newer',
      message: `This document has format ${version}; this Strata reads up to ${DOCUMENT_VERSION}.`,
      place: 'version',
      fix: 'Open it with a newer Strata.',
    });
  }
  let migrated: Readonly<Record<string, unknown>> = value as Record<string, unknown>;
  for (let from = version; from < DOCUMENT_VERSION; from += 1) migrated = MIGRATIONS[from]?.(migrated) ?? migrated;
  const parsed = documentSchema.safeParse(withAllFlags(migrated));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid(describeIssue(issue), placeOf(issue?.path ?? []));
  }
  const document = parsed.data;
  return success({ ...document, boundary: Math.min(document.boundary, document.sections.length) });
}

/** Flags that a newer Strata knows and an older document does not have their defaults. */
function withAllFlags(document: Readonly<Record<string, unknown>>): unknown {
  const { flags } = document;
  return typeof flags === 'object' && flags !== null
    ? { ...document, flags: { ...DEFAULT_FLAGS, ...flags } }
    : document;
}

function invalid(message: string, place: string): Result<never> {
  return failed({
    code: 'document-invalid',
    message,
    place,
    fix: 'Nothing was changed; your current work is still here.',
  });
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '') || 'document';
