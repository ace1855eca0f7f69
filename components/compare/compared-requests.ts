import type { SelectOption } from '@/components/ui/select.tsx';
import { readRequestBody } from '@/lib/import/read-request-body.ts';
import { blockOrigin } from '@/lib/request/block-origin.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { sourceTitle } from '@/lib/store/analysis/source-title.ts';
import type { ComparedRequest, KeptVersion } from '@/lib/store/diagnosis/compared-request.ts';
import type { Run } from '@/lib/store/run.ts';

/** What can be compared: requests of the log by their ids, the one that would be sent now, and a pasted one. */
export const CURRENT = 'current';
export const PASTED = 'pasted';

export function requestOptions(runs: readonly Run[], versions: readonly KeptVersion[]): SelectOption[] {
  return [
    ...runs.map(({ id, number, model }) => ({ value: id, label: `Request ${number} · ${model}`, group: 'Sent' })),
    ...versions.map(({ id, title }) => ({ value: id, label: title, group: 'Kept' })),
    { value: CURRENT, label: 'As it stands now', group: 'Not sent' },
    { value: PASTED, label: 'Pasted JSON', group: 'Not sent' },
  ];
}

/** The two that are most worth comparing: the last two sent, or the last one and what stands now. */
export function firstChoice(runs: readonly Run[], finalKey: string | undefined): { before: string; after: string } {
  const [last, second] = [runs.at(-1), runs.at(-2)];
  if (!last) return { before: CURRENT, after: PASTED };
  if (!second || last.finalKey !== finalKey) return { before: last.id, after: CURRENT };
  return { before: second.id, after: last.id };
}

interface Choices {
  readonly runs: readonly Run[];
  readonly versions: readonly KeptVersion[];
  readonly analysis: Analysis | undefined;
  readonly pasted: string;
  /** Epoch milliseconds by the backend's clock. */
  readonly now: number;
}

/** The chosen request; a pasted one that cannot be read is a failure that says why. */
export function chosenRequest(
  choice: string,
  { runs, versions, analysis, pasted, now }: Choices,
): Result<ComparedRequest> {
  if (choice === PASTED) {
    const read = readRequestBody(pasted);
    return read.ok ? success({ request: read.value, model: read.value.model }) : read;
  }
  if (choice === CURRENT) {
    if (!analysis) return failed({ code: 'request-invalid', message: 'The request is still being counted.' });
    const { built, document, prediction } = analysis;
    const origins = built.blocks.map((block) => blockOrigin(block, (source) => sourceTitle(source, document)));
    const { request } = built;
    return success({
      request,
      model: document.model,
      prediction,
      origins,
      sentAt: now,
      keepsHeader: analysis.keepsHeader,
    });
  }
  const run = runs.find(({ id }) => id === choice) ?? versions.find(({ id }) => id === choice)?.compared;
  return run ? success(run) : failed({ code: 'request-invalid', message: 'This request is no longer in the log.' });
}
