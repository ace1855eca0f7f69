import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, StrataError } from '@/lib/errors.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { Configuration } from './declared-backend.ts';
import { parseConfiguration } from './parse-configuration.ts';

/** Environment variables; which ones are read is in README.md and docs/backends.md. */
export type Environment = Readonly<Record<string, string | undefined>>;

const FILE = 'strata.config.json';

/** What is declared where the operator declares nothing: Anthropic, with the operator's key where there is one. */
const PLAIN: Configuration = {
  default: 'emulator',
  backends: [
    {
      id: 'anthropic',
      name: 'Anthropic',
      kind: 'anthropic',
      baseUrl: 'https://api.anthropic.com',
      keyVariable: 'ANTHROPIC_API_KEY',
      models: [],
      privateNetwork: false,
    },
  ],
};

/**
 * Reads the declaration of backends: STRATA_BACKENDS (the JSON itself), else the file that STRATA_CONFIG names, else
 * strata.config.json beside package.json, where there is one. Fails with all that is wrong.
 */
export function readConfiguration(environment: Environment): Result<Configuration, Failure[]> {
  const inline = environment['STRATA_BACKENDS']?.trim();
  const named = environment['STRATA_CONFIG']?.trim();
  if (inline && named) {
    const message = 'STRATA_BACKENDS and STRATA_CONFIG both declare backends.';
    return failed([
      { code: 'configuration-invalid', message, place: 'environment', fix: 'Set one of them, then start again.' },
    ]);
  }
  if (inline) return parseConfiguration(inline, 'STRATA_BACKENDS');
  const path = named ?? join(/* turbopackIgnore: true */ process.cwd(), FILE);
  try {
    return parseConfiguration(readFileSync(/* turbopackIgnore: true */ path, 'utf8'), named ?? FILE);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (code === 'ENOENT' && !named) return success(PLAIN);
    const message = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`;
    const fix = 'Correct the path in STRATA_CONFIG, or leave it out; then start again.';
    return failed([{ code: 'configuration-invalid', message, place: path, fix }]);
  }
}

let known: { readonly of: string; readonly configuration: Configuration } | undefined;

/** The configuration of a server that has started, read once; it was found valid then, so that a fault here is one of programming. */
export function configuration(environment: Environment): Configuration {
  const of = `${environment['STRATA_BACKENDS']}\n${environment['STRATA_CONFIG']}`;
  if (known?.of === of) return known.configuration;
  const read = readConfiguration(environment);
  if (!read.ok) throw new StrataError(describeFaults(read.failure));
  known = { of, configuration: read.value };
  return read.value;
}

/** All that is wrong with a configuration, for the console of whoever starts the server. */
export function describeFaults(faults: readonly Failure[]): string {
  return faults.map(({ place, message, fix }) => `${place}: ${message} ${fix}`).join('\n');
}
