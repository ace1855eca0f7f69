import 'server-only';
import { hostNotice } from '@/lib/server/host.ts';
import { describeFaults, readConfiguration } from './configuration.ts';

/** Ends the process, with all that is wrong on its console, when the configuration cannot be used; else says whom it will not answer. */
export function startConfigured(): void {
  const read = readConfiguration(process.env);
  if (read.ok) {
    const notice = hostNotice(process.env);
    if (notice !== undefined) process.stdout.write(`${notice}\n`);
    return;
  }
  process.stderr.write(`Strata does not start: its configuration is wrong.\n${describeFaults(read.failure)}\n`);
  process.exit(1);
}
