import type { $ZodIssue } from 'zod/v4/core';

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' items' };

/** What is wrong with a value, in a sentence for a person; the schema's own words where it has some. */
export function describeIssue(issue: $ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return `It must be ${NOUNS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `It must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`;
    case 'too_small':
      return issue.origin === 'string' ? 'It must not be empty.' : `It must be ${issue.minimum} at least.`;
    case 'too_big':
      return `It may be ${issue.maximum}${UNITS[issue.origin] ?? ''} at most.`;
    case 'invalid_key':
      return 'Its name is empty or too long.';
    default:
      return `${issue?.message ?? 'It cannot be read'}.`;
  }
}
