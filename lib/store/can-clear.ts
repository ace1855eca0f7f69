import { isRunning } from './run.ts';
import { currentDocument, type WorkbenchState } from './workbench-store.ts';

type SessionState = Pick<WorkbenchState, 'history' | 'held' | 'runs'>;

/** Is there anything that `/clear` would change: turns, or values that a session holds? Never while a request is under way. */
export const canClear = (state: SessionState): boolean =>
  isIdle(state) && (hasTurns(state) || (state.held.mode === 'session' && state.held.documents.length > 0));

/** Are there turns of which `/compact` could have a summary made? Never while a request is under way. */
export const canCompact = (state: SessionState): boolean => isIdle(state) && hasTurns(state);

const isIdle = ({ runs }: SessionState): boolean => !runs.some(isRunning);

const hasTurns = (state: SessionState): boolean => currentDocument(state).conversation.length > 0;
