/** What can be measured: `run` gets the address of a production server where `needsServer`. Each part runs in a process of its own. */
export interface Part {
  readonly group: 'core' | 'tokens' | 'http' | 'page' | 'load' | 'soak';
  readonly needsServer: boolean;
  readonly run: (server: string) => Promise<void>;
}

export const PARTS: Readonly<Record<string, Part>> = {
  keystroke: {
    group: 'core',
    needsServer: false,
    run: async () => (await import('./keystroke-pipeline.ts')).keystrokePipeline(),
  },
  assembly: {
    group: 'core',
    needsServer: false,
    run: async () => (await import('./assembly-speed.ts')).assemblySpeed(),
  },
  import: {
    group: 'core',
    needsServer: false,
    run: async () => (await import('./import-speed.ts')).importSpeed(),
  },
  emulator: {
    group: 'core',
    needsServer: false,
    run: async () => (await import('./emulator-speed.ts')).emulatorInProcess(),
  },
  tokens: {
    group: 'tokens',
    needsServer: false,
    run: async () => (await import('./tokens.ts')).tokenSpeed(),
  },
  'emulator-http': {
    group: 'http',
    needsServer: true,
    run: async (server) => (await import('./emulator-http.ts')).emulatorOverHttp(server),
  },
  'emulator-streams': {
    group: 'http',
    needsServer: true,
    run: async (server) => (await import('./emulator-streams.ts')).emulatorStreams(server),
  },
  'route-overhead': {
    group: 'http',
    needsServer: false,
    run: async () => (await import('./route-overhead.ts')).routeOverhead(),
  },
  'emulator-soak': {
    group: 'soak',
    needsServer: false,
    run: async () => (await import('./emulator-soak.ts')).emulatorSoak(),
  },
  'keystroke-page': {
    group: 'page',
    needsServer: true,
    run: async (server) => (await import('./keystroke-page.ts')).keystrokeInPage(server),
  },
  'first-load': {
    group: 'load',
    needsServer: true,
    run: async (server) => (await import('./first-load.ts')).firstLoad(server),
  },
};
