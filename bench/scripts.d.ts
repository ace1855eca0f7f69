declare module '@/scripts/port.mjs' {
  export function freePort(first: number): Promise<number>;
}

declare module '@/scripts/browser.mjs' {
  export function findBrowser(): Promise<{ readonly path: string | undefined; readonly from: string }>;
}

declare module '@/scripts/servers/litellm.mjs' {
  export function startLiteLlm(
    cache: string,
    upstream: { readonly url: string; readonly key: string },
    say: (line: string) => void,
  ): Promise<{
    readonly skipped?: string;
    readonly url?: string;
    readonly key?: string;
    readonly model?: string;
    readonly stop?: () => Promise<void>;
  }>;
}
