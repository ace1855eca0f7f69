declare global {
  namespace NodeJS {
    interface ProcessEnv {
      /** Set by Next, which takes the code of the other runtime out by it. */
      readonly NEXT_RUNTIME?: 'nodejs' | 'edge';
    }
  }
}

/** Once, when the server starts: what the operator has set up is read, and a server whose setup is wrong does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startConfigured } = await import('@/lib/server/configuration/start-configured.ts');
    startConfigured();
  }
}
