'use client';

import { memo } from 'react';
import { laterCostTitle } from '@/components/run/describe-band.ts';
import { lazyTitle } from '@/components/ui/lazy-title.ts';
import { Num } from '@/components/ui/num.tsx';
import { useAnalysis, useDocument, useSame } from '@/components/workbench/workbench-context.tsx';
import { formatMoney } from '@/lib/pricing/money.ts';
import { type SelectionOutlook, selectionOutlook } from '@/lib/store/analysis/selection-outlook.ts';
import type { Selection } from '@/lib/store/selection.ts';
import { shortKey } from './short-key.ts';
import { findSubject } from './subject.ts';

/** What the selection weighs and costs, and where it stands in the request. */
export const MetaLine = memo(function MetaLine({ selection }: { selection: Selection }) {
  const analysis = useAnalysis((each) => each);
  const section = useDocument(
    useSame(({ sections }) => {
      const found = selection.type === 'section' ? sections.find(({ id }) => id === selection.id) : undefined;
      return found && { gates: found.gates, reason: found.reason };
    }),
  );
  const outlook = analysis && selectionOutlook(analysis, selection);
  return (
    <div className="flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5 border-b border-line px-3.5 pb-2.5 font-mono text-sm text-ink-2 @md:px-5">
      {outlook ? <Figures outlook={outlook} /> : <NoFigures selection={selection} isKnown={analysis !== undefined} />}
      {section && section.gates.length > 0 && (
        <span title="A section is left out unless all of its gates are met">
          sent if {section.gates.map((gate) => gate.replace(/^flags\./, '')).join(' and ')}
        </span>
      )}
      {section?.reason && <span title="Why it is computed on every turn">every turn: {section.reason}</span>}
    </div>
  );
});

function Figures({ outlook }: { outlook: SelectionOutlook }) {
  const { tokens, method, block, blockNumber, blockCount, within } = outlook;
  return (
    <>
      <span>
        <Num value={tokens} method={method} /> tokens{within && ` with ${within}`}
      </span>
      <Prices outlook={outlook} />
      <span className="num" title={`${block.title}, in the order in which the provider reads the request`}>
        block {blockNumber} of {blockCount}
      </span>
      {block.key && (
        <span className="num" {...lazyTitle(() => `Prefix key through this block, SHA-256: ${block.key}`)}>
          key {shortKey(block.key)}
        </span>
      )}
    </>
  );
}

function Prices({ outlook: { costs, block } }: { outlook: SelectionOutlook }) {
  const isLong = block.state === 'creation-1h' || block.breakpoint?.ttl === '1h';
  const creation = isLong ? costs.creation1h : costs.creation5m;
  const amounts = [costs.read, creation, costs.uncached].filter((amount) => amount !== undefined);
  const price = (amount: number | undefined, words: string, title: string) =>
    amount === undefined ? undefined : (
      <span className="num" {...lazyTitle(() => laterCostTitle(title, amount, block.count))}>
        {formatMoney(amount, { beside: amounts })} {words}
      </span>
    );
  if (amounts.length === 0) return <span>no price is known</span>;
  return (
    <>
      {price(costs.read, 'read', 'When the cache is read')}
      {price(creation, 'creation', `When the cache is created for ${isLong ? '1 hour' : '5 minutes'}`)}
      {price(costs.uncached, 'uncached', 'When it is sent without caching')}
    </>
  );
}

function NoFigures({ selection, isKnown }: { selection: Selection; isKnown: boolean }) {
  const characters = useDocument((document) =>
    findSubject(document, selection)?.texts.reduce((sum, { text }) => sum + text.length, 0),
  );
  return (
    <span>
      <Num value={characters} /> characters, {isKnown ? 'not in the request' : 'counting …'}
    </span>
  );
}
