'use client';

import { type ComponentType, lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

type MissingProps = { onRetry: () => void };

type LatePartOptions<Props> = {
  /** Shown while the code is on its way. */
  waiting?: ReactNode;
  /** What stands in its place when the code could not be fetched; a notice unless given. */
  Missing?: ComponentType<Props & MissingProps>;
};

/**
 * A component whose code comes when it is first drawn. Code that cannot be fetched is no reason to lose the page: its place says so, and
 * lets it be tried again.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting, Missing = MissingPart }: LatePartOptions<Props> = {},
): ComponentType<Props> {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  let hasFailed = false;
  const fail = () => {
    hasFailed = true;
    return Absent;
  };
  const attempt = () => {
    hasFailed = false;
    return lazy(async () => ({ default: await load().catch(fail) }));
  };
  let current = attempt();
  const now = () => current;
  const retry = () => {
    current = attempt();
    for (const tell of listeners) tell();
  };
  function Absent(props: Props) {
    return <Missing {...props} onRetry={retry} />;
  }
  return function LatePart(props: Props) {
    // What could not be fetched is tried again where it is drawn anew.
    useState(() => {
      if (hasFailed) current = attempt();
    });
    const Part = useSyncExternalStore(subscribe, now, now);
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** A dialog whose code comes when it is first opened; when it cannot be fetched, a notice at the head of the page says so. */
export const lateDialog = <Props extends { onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => latePart<Props>(load, { Missing: MissingDialog });

type MissingPartProps = MissingProps & { onClose?: () => void };

function MissingPart({ onRetry, onClose }: MissingPartProps) {
  return (
    <Notice
      tone="error"
      title="This part could not be fetched."
      actions={
        <>
          <Button onClick={onRetry}>Try again</Button>
          {onClose && <Button onClick={onClose}>Close</Button>}
        </>
      }
      className={onClose ? 'fixed inset-x-4 top-4 z-50 mx-auto max-w-md shadow-float' : 'm-3.5'}
    >
      The server did not answer. Your work is kept in this browser.
    </Notice>
  );
}

const MissingDialog = (props: MissingPartProps) => createPortal(<MissingPart {...props} />, document.body);
