import type { Run } from '@/lib/store/run.ts';

/** A request as it can be compared: of the log, kept, as it would be sent now, or pasted (then little is known beside it). */
export type ComparedRequest = Pick<Run, 'request' | 'model'> &
  Partial<Pick<Run, 'prediction' | 'reported' | 'origins' | 'keepsHeader' | 'sentAt' | 'respondedAt'>>;

/** A request that was kept to be compared with others, without being sent; as long as the page is open. */
export interface KeptVersion {
  readonly id: string;
  readonly title: string;
  readonly compared: ComparedRequest;
}
