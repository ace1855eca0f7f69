'use client';

import { useState } from 'react';
import { SectionsTab } from '@/components/compose/sections/sections-tab.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { TabList, TabPanel } from '@/components/ui/tabs.tsx';
import { useAnalysis, useDocument, useSame, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { ComposeTab } from '@/lib/store/selection.ts';
import { tabCounts } from './tab-counts.ts';

const FlagsTab = latePart(async () => (await import('@/components/compose/flags/flags-tab.tsx')).FlagsTab);
const MemoryTab = latePart(async () => (await import('@/components/compose/memory/memory-tab.tsx')).MemoryTab);
const ToolsTab = latePart(async () => (await import('@/components/compose/tools/tools-tab.tsx')).ToolsTab);
const ContextTab = latePart(async () => (await import('@/components/compose/context/context-tab.tsx')).ContextTab);

const TABS = [
  { value: 'sections', label: 'Sections' },
  { value: 'flags', label: 'Flags' },
  { value: 'memory', label: 'Memory' },
  { value: 'tools', label: 'Tools' },
  { value: 'context', label: 'Context' },
] as const satisfies readonly { value: ComposeTab; label: string }[];

const PANEL_ID = 'compose-panel';

/** What the request is made of, a tab for each kind; what was searched for stays while tabs change. */
export function ComposeRoom() {
  const tab = useWorkbench((state) => state.tab);
  const [flagSearch, setFlagSearch] = useState('');
  return (
    <>
      <Tabs value={tab} />
      <TabPanel id={PANEL_ID} value={tab} className="min-h-0 flex-1 scroll-pb-11 overflow-y-auto">
        {tab === 'sections' && <SectionsTab />}
        {tab === 'flags' && <FlagsTab search={flagSearch} onSearchChange={setFlagSearch} />}
        {tab === 'memory' && <MemoryTab />}
        {tab === 'tools' && <ToolsTab />}
        {tab === 'context' && <ContextTab />}
      </TabPanel>
    </>
  );
}

function Tabs({ value }: { value: ComposeTab }) {
  const setTab = useWorkbench((state) => state.setTab);
  const flags = useDocument((document) => document.flags);
  const counts = useAnalysis(useSame((analysis) => tabCounts(flags, analysis))) ?? tabCounts(flags, undefined);
  return (
    <TabList
      label="Parts of the request"
      tabs={TABS.map((each) => ({ ...each, count: counts[each.value] }))}
      value={value}
      onValueChange={setTab}
      panelId={PANEL_ID}
    />
  );
}
