import { expect, it } from 'vitest';
import { foldFields, mayLack } from './fold.js';

const fields = (count: number, text = 'x') =>
  Array.from({ length: count }, (_, at): [string, string[]] => [`field ${at}`, [text]]);

it('foldFields leaves a usual form as it is', () => {
  expect(foldFields(fields(9))).toEqual({ shown: fields(9), isFolded: false });
  expect(foldFields([])).toEqual({ shown: [], isFolded: false });
});

it('foldFields shows the first of many fields and of many values', () => {
  expect(foldFields(fields(60))).toEqual({ shown: fields(8), isFolded: true });
  const values = Array.from({ length: 50 }, (_, at) => String(at));
  expect(foldFields([['topics', values]])).toEqual({
    shown: [['topics', values.slice(0, 8)]],
    isFolded: true,
  });
});

it('foldFields cuts long texts between characters', () => {
  const { shown, isFolded } = foldFields(fields(1, '🪴'.repeat(400)));
  expect(shown).toEqual(fields(1, `${'🪴'.repeat(300)}…`));
  expect(isFolded).toBe(true);
});

it('mayLack tells a form whose fields are all there from one that was cut', () => {
  expect(mayLack(fields(49, 'x'.repeat(199)))).toBe(false);
  expect(mayLack(fields(50))).toBe(true);
  expect(mayLack(fields(1, 'x'.repeat(200)))).toBe(true);
});
