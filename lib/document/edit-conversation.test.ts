import { expect, it } from 'vitest';
import type { Document } from './document.ts';
import { addTurn, nextTurnId, removeTurn, stepTurn } from './edit-conversation.ts';
import { PRESETS } from './presets.ts';

const empty: Document = { ...PRESETS[0].document, conversation: [] };
const order = ({ conversation }: Document) => conversation.map(({ id, role }) => `${id}/${role}`).join(' ');

it('turns are added at the end, user and assistant in turn, each with an id of its own', () => {
  const three = addTurn(addTurn(addTurn(empty)));
  expect(order(three)).toBe('turn/user turn-2/assistant turn-3/user');
  expect(nextTurnId(removeTurn(three, 'turn-2'))).toBe('turn-2');
});

it('turns move by one place, stay at the ends, and are removed', () => {
  const three = addTurn(addTurn(addTurn(empty)));
  expect(order(stepTurn(three, 'turn-3', -1))).toBe('turn/user turn-3/user turn-2/assistant');
  expect(stepTurn(three, 'turn', -1)).toBe(three);
  expect(stepTurn(three, 'turn-3', 1)).toBe(three);
  expect(stepTurn(three, 'nobody', 1)).toBe(three);
  expect(order(removeTurn(three, 'turn'))).toBe('turn-2/assistant turn-3/user');
});
