declare module '@/scripts/port.mjs' {
  export function freePort(first: number): Promise<number>;
}

declare module '@/scripts/browser.mjs' {
  export function findBrowser(): Promise<{ readonly path: string | undefined; readonly from: string }>;
}
