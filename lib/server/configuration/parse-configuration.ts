import 'server-only';
import type { $ZodIssue } from 'zod/v4/core';
import { describeIssue } from '@/lib/document/describe-issue.ts';
import type { Failure } from '@/lib/errors.ts';
import { jsonPlace } from '@/lib/import/json-fault.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { configurationSchema } from './configuration-schema.ts';
import { type Configuration, type DeclaredBackend, EMULATOR_ID } from './declared-backend.ts';

/** The text of a configuration from `source` (a file or a variable). Every fault is named with its place, and no value is repeated: one may be a key. */
export function parseConfiguration(text: string, source: string): Result<Configuration, Failure[]> {
  const invalid = (message: string, place: string, fix = 'Mend it, then start again.'): Failure => ({
    code: 'configuration-invalid',
    message,
    place: place === '' ? source : `${source}, ${place}`,
    fix,
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, column } = jsonPlace(text);
    return failed([invalid('It is not JSON.', `line ${line}, column ${column}`)]);
  }
  const parsed = configurationSchema.safeParse(value);
  if (!parsed.success) return failed(parsed.error.issues.map((issue) => issueFailure(issue, invalid)));
  const backends = parsed.data.backends.map(
    (each): DeclaredBackend => ({
      ...each,
      id: each.id ?? slug(each.name),
      baseUrl: each.baseUrl.replace(/\/+$/, ''),
      models: each.models ?? [],
      privateNetwork: each.privateNetwork ?? false,
    }),
  );
  const taken = backends.flatMap(({ id }, index) => {
    const place = `backends[${index}]`;
    if (id === '') return [invalid('Its name has no letter or digit to make an id of.', place, 'Give it an "id".')];
    const isTaken = id === EMULATOR_ID || backends.findIndex((each) => each.id === id) < index;
    const fix = 'Give it another "id" or "name".';
    return isTaken ? [invalid(`Its id ${JSON.stringify(id)} is taken.`, place, fix)] : [];
  });
  if (taken.length > 0) return failed(taken);
  const asked = parsed.data.default;
  const first = backends.find(({ id, name }) => id === asked || name === asked)?.id;
  if (asked !== undefined && asked !== EMULATOR_ID && first === undefined) {
    const fix = `Name one of: ${[EMULATOR_ID, ...backends.map(({ id }) => id)].join(', ')}.`;
    return failed([invalid('No backend has this id or name.', 'default', fix)]);
  }
  return success({ backends, default: first ?? EMULATOR_ID });
}

type Invalid = (message: string, place: string, fix?: string) => Failure;

function issueFailure(issue: $ZodIssue, invalid: Invalid): Failure {
  const place = pathOf(issue.path);
  if (issue.code !== 'unrecognized_keys') return invalid(describeIssue(issue), place);
  const names = issue.keys.map((key) => JSON.stringify(key)).join(', ');
  const fix = issue.keys.some((key) => /key|token|secret|password/i.test(key))
    ? 'A key never stands here: put it into an environment variable, and the name of that into "keyVariable".'
    : 'Take it out; docs/backends.md lists what there is.';
  return invalid(`It has fields that are not known: ${names}.`, place, fix);
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
