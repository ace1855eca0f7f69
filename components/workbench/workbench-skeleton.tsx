import { Logo } from './logo.tsx';

/** What stands on the screen until the workbench runs: the frame, empty. */
export function WorkbenchSkeleton() {
  return (
    <div className="grid h-dvh grid-rows-[44px_104px_1fr]">
      <header className="flex items-center gap-2 border-b border-line bg-panel px-3.5">
        <Logo />
        <h1 className="text-base font-semibold">Strata</h1>
      </header>
      <div className="border-b border-line bg-panel px-3.5 pt-4">
        <div className="h-[34px] rounded-md bg-sunken" />
      </div>
      <main className="px-3.5 py-3 text-ink-3">
        <p role="status">Opening your work …</p>
        <noscript>Strata runs in the browser: please allow scripts for this page.</noscript>
      </main>
    </div>
  );
}
