'use client';

import { useEffect, useState } from 'react';
import { CURRENT, chosenRequest } from '@/components/compare/compared-requests.ts';
import { Notice } from '@/components/ui/notice.tsx';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import { missedTokens } from '@/lib/cache/explain/missed-tokens.ts';
import { startsAnew } from '@/lib/store/diagnosis/baseline.ts';
import { compareRequests } from '@/lib/store/diagnosis/run-diagnosis.ts';
import { backendAhead } from '@/lib/store/emulated.ts';
import type { Run } from '@/lib/store/run.ts';
import { predictedUsage } from '@/lib/store/usage-rows.ts';
import { diagnosisTitle, placeWords } from './describe-diagnosis.ts';

const REST_MILLISECONDS = 300;

/** What the next request will not read any more, and why: worked out when the typing rests. */
export function NextBreak({ run }: { run: Run }) {
  const { store, feed, clock } = useServices();
  const [words, setWords] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const state = store.getState();
      const { analysis } = feed.store.getState();
      const now = clock() + backendAhead(state, run.backend);
      const next = chosenRequest(CURRENT, { runs: state.runs, versions: [], analysis, pasted: '', now });
      const isNew = analysis && startsAnew(run, analysis.built);
      const usage = analysis && predictedUsage(analysis.prediction);
      const short = usage && !isNew && run.reported && missedTokens(run.reported, usage);
      if (!next.ok || !short) return setWords(undefined);
      const { explanation, origin, blockTitle } = compareRequests(run, next.value, state.session);
      const where = placeWords(explanation.place, origin, blockTitle);
      const missed = `${short.missed.toLocaleString('en-US')} tokens that request ${run.number} left will not be read`;
      return setWords(`${diagnosisTitle(explanation, origin)}: ${missed}${where ? `, from ${where} on` : ''}.`);
    };
    const lookSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_MILLISECONDS);
    };
    lookSoon();
    const stop = feed.store.subscribe(lookSoon);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, feed, clock, run]);
  if (words === undefined) return null;
  return (
    <div className="px-4 pt-3">
      <Notice title="Predicted.">{words}</Notice>
    </div>
  );
}
