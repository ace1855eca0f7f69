'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { stepIndex } from './step-index.ts';

/** `count` stands beside the label, and describes the tab; the label alone is its name. */
export type Tab<Value extends string> = { value: Value; label: string; count?: number | undefined };

type TabListProps<Value extends string> = {
  /** Names the list for assistive technology. */
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** The id of the one `TabPanel` the tabs show. */
  panelId: string;
};

const tabId = (panelId: string, value: string) => `${panelId}-tab-${value}`;
const countId = (panelId: string, value: string) => `${tabId(panelId, value)}-count`;

/** Tabs by arrow keys, Home and End; they wrap before they clip. Put a `TabPanel` of the same `panelId` beside it. */
export function TabList<Value extends string>(props: TabListProps<Value>) {
  const { label, tabs, value, onValueChange, panelId } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const current = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[stepIndex(event.key, current, tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    onValueChange(next.value);
    document.getElementById(tabId(panelId, next.value))?.focus();
  };
  return (
    <div className="@container shrink-0">
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex flex-wrap border-b border-line px-1 pt-1.5"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={tabId(panelId, tab.value)}
            aria-selected={tab.value === value}
            aria-controls={panelId}
            aria-describedby={tab.count === undefined ? undefined : countId(panelId, tab.value)}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onValueChange(tab.value)}
            className="focus-inset -mb-px h-[30px] border-b-2 border-transparent px-[3px] text-sm whitespace-nowrap text-ink-2 transition-colors hover:text-ink aria-selected:border-ink aria-selected:font-[550] aria-selected:text-ink @min-[304px]:px-1 @min-[328px]:px-1.5 @min-[340px]:px-[7px]"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span
                id={countId(panelId, tab.value)}
                aria-hidden="true"
                className="num ml-1 text-2xs font-normal text-ink-3"
              >
                {tab.count}
              </span>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}

type TabPanelProps = { id: string; value: string; className: string; children: ReactNode };

/** What the chosen tab shows. */
export function TabPanel({ id, value, className, children }: TabPanelProps) {
  return (
    <div role="tabpanel" id={id} aria-labelledby={tabId(id, value)} className={`focus-inset ${className}`}>
      {children}
    </div>
  );
}
