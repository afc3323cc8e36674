import { expect, it } from 'vitest';
import type { Said } from '../../../people/claims.js';
import { partsOf } from './parts.js';

const said = (event_id: string, attribute: string, value: string, id = '', last_said = 1): Said => ({
  ...{
    attribute,
    value,
    id,
    event_id,
    last_said,
    first_said: 1,
    times: 1,
    is_word: false,
    type: 'form_submit',
  },
});

it('what came with an identifier goes with it, as far as anybody knows', () => {
  const { goes, stays } = partsOf(
    [
      said('e1', 'email', 'ada@a.example', 'p1', 5),
      said('e1', 'customer', '7', 'p3', 5),
      said('e1', 'name', 'Ada', '', 5),
      said('e2', 'email', 'bob@b.example', 'p2', 7),
      said('e2', 'name', 'Bob', '', 7),
      said('e2', 'phone', '+34600111222', '', 7),
      said('e3', 'name', 'Bobby', '', 9),
      said('e4', 'phone', '+34600333444', '', 2),
    ],
    'p2',
  );
  const toldOf = ({ names, identifiers, lastSaid }: typeof goes) => [
    ...names,
    ...identifiers.map(({ value }) => value),
    lastSaid,
  ];
  expect(toldOf(goes)).toEqual(['Bob', 'bob@b.example', '+34600111222', 7]);
  expect(toldOf(stays)).toEqual(['Ada', 'ada@a.example', '+34600333444', '7', 5]);
});
