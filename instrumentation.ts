/** Once, when the server starts: what the operator has set up is read, and a server whose setup is wrong does not start. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { describeFaults, readConfiguration } = await import('@/lib/server/configuration/configuration.ts');
  const read = readConfiguration(process.env);
  if (read.ok) return;
  process.stderr.write(`Strata does not start: its configuration is wrong.\n${describeFaults(read.failure)}\n`);
  process.exit(1);
}
