import { expect, it } from 'vitest';
import { csvOf, firstWrong, linesOf } from './lines.js';

it('reads addresses as people paste them, each once', () => {
  expect(linesOf(' ada@a.test\r\nbob@b.test; eve@c.test,,\n\nada@a.test')).toEqual([
    ...['ada@a.test', 'bob@b.test', 'eve@c.test'],
  ]);
  expect(firstWrong('ada@a.test\nBob <bob@b.test>\nx')).toBe('Bob <bob@b.test>');
  expect(firstWrong('ada@a.test, bob@b.co.uk')).toBeUndefined();
});

it('writes a file that no spreadsheet takes for formulas', () => {
  expect(
    csvOf([
      ['ada@a.test', 'https://t.test/l/x'],
      ['=cmd@b.test', 'https://t.test/l/y'],
    ]),
  ).toBe("email,url\r\nada@a.test,https://t.test/l/x\r\n'=cmd@b.test,https://t.test/l/y");
});
