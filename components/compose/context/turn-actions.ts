import type { RowScreen } from '@/components/compose/rows/row-screen.ts';
import { addTurn, nextTurnId, removeTurn, stepTurn } from '@/lib/document/edit-conversation.ts';
import { changeTurn } from '@/lib/document/edit-lists.ts';
import { type AddedBlock, addTurnBlock, removeTurnBlock, stepTurnBlock } from '@/lib/document/edit-turn-blocks.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import { currentDocument, type WorkbenchStore } from '@/lib/store/workbench-store.ts';

/** What can be done to turns, each one step of the history. */
export interface TurnActions {
  readonly add: () => void;
  readonly setRole: (id: string, role: Turn['role']) => void;
  readonly step: (id: string, by: -1 | 1) => void;
  readonly remove: (id: string) => void;
  readonly addBlock: (id: string, type: AddedBlock) => void;
  readonly stepBlock: (id: string, block: string, by: -1 | 1) => void;
  readonly removeBlock: (id: string, block: string) => void;
}

export function turnActions(store: WorkbenchStore, { say, focusRow, rowBeside }: RowScreen): TurnActions {
  const { edit, select } = store.getState();
  const turns = () => currentDocument(store.getState()).conversation;
  const numberOf = (id: string) => turns().findIndex((turn) => turn.id === id) + 1;
  const open = (id: string) => {
    select({ type: 'turn', id });
    focusRow(`turn:${id}`);
  };
  return {
    add: () => {
      const id = nextTurnId({ conversation: turns() });
      edit('Add turn', addTurn);
      open(id);
      say(`Turn ${numberOf(id)} added.`);
    },
    setRole: (id, role) => edit(`Make turn ${numberOf(id)} ${role}`, (document) => changeTurn(document, id, { role })),
    step: (id, by) => {
      const from = numberOf(id);
      edit(`Move turn ${from}`, (document) => stepTurn(document, id, by));
      const to = numberOf(id);
      say(to === from ? `Turn ${to} is the ${by < 0 ? 'first' : 'last'}.` : `Turn ${from} is now turn ${to}.`);
    },
    addBlock: (id, type) => {
      edit(`Add block to turn ${numberOf(id)}`, (document) => addTurnBlock(document, id, type));
      select({ type: 'turn', id });
      say(`Block added to turn ${numberOf(id)}.`);
    },
    stepBlock: (id, block, by) => {
      edit(`Move block of turn ${numberOf(id)}`, (document) => stepTurnBlock(document, id, block, by));
      say('Block moved.');
    },
    removeBlock: (id, block) => {
      edit(`Delete block of turn ${numberOf(id)}`, (document) => removeTurnBlock(document, id, block));
      say('Block deleted. Undo brings it back.');
    },
    remove: (id) => {
      const number = numberOf(id);
      const beside = rowBeside(`turn:${id}`);
      const { selection } = store.getState();
      const wasOpen = selection.type === 'turn' && selection.id === id;
      edit(`Delete turn ${number}`, (document) => removeTurn(document, id));
      if (wasOpen && beside?.startsWith('turn:')) open(beside.slice('turn:'.length));
      else if (beside) focusRow(beside);
      say(`Turn ${number} deleted. Undo brings it back.`);
    },
  };
}
