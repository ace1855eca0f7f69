'use client';

import { Button, buttonClass } from '@/components/ui/button.tsx';
import { Logo } from '@/components/workbench/logo.tsx';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[62ch] flex-col items-start justify-center gap-3 px-5 py-10">
      <Logo />
      <h1 className="text-lg font-semibold tracking-[-0.015em]">The page stopped working</h1>
      <p className="text-ink-2">
        Something in Strata failed while drawing the page. Your work is saved in this browser and is still there.
      </p>
      <p className="num w-full rounded-md border border-line bg-sunken px-2.5 py-1.5 text-sm whitespace-pre-wrap text-ink-2 wrap-anywhere">
        {error.message || 'No message was given.'}
        {error.digest && ` (${error.digest})`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <a href="/" className={buttonClass()}>
          Reload the workbench
        </a>
      </div>
      <p className="text-sm text-ink-3">If it fails again the same way, please report it with the message above.</p>
    </main>
  );
}
