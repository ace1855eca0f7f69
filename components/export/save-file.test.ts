import { expect, it } from 'vitest';
import { fileName } from './save-file.ts';

it('IMPORT-42: a file is named after the title, whatever stands in it', () => {
  expect(fileName('Coding agent', 'strata.json')).toBe('coding-agent.strata.json');
  expect(fileName('  ../../Häfen: 2/3 ', 'request.json')).toBe('häfen-2-3.request.json');
  expect(fileName('…', 'request.json')).toBe('strata.request.json');
});
