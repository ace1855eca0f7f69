import 'server-only';
import { describeFaults, readConfiguration } from './configuration.ts';

/** Ends the process, with all that is wrong on its console, when the configuration cannot be used. */
export function startConfigured(): void {
  const read = readConfiguration(process.env);
  if (read.ok) return;
  process.stderr.write(`Strata does not start: its configuration is wrong.\n${describeFaults(read.failure)}\n`);
  process.exit(1);
}
