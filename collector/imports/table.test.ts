import { describe, expect, it } from 'vitest';
import { propose } from './propose.js';
import { errorCodeOf, fileOf, read } from './testing.js';

describe('a file', () => {
  const people = [
    ['Name', 'E-mail', 'Nota'],
    ['Ada Lovelace', 'ada@a.test', 'señora; "la" primera\nde todas'],
    ['Ayşe Işık', 'ayse@a.test', 'ğüşİ'],
  ];
  it.each([
    ['utf-8', ','],
    ['utf-8', ';'],
    ['utf-8', '\t'],
    ['utf-8 bom', ','],
    ['utf-16le', ';'],
    ['utf-16be', '\t'],
    ['utf-16le bare', ','],
    ['windows-1254', ';'],
  ])('is read in %s with %j between its cells', async (encoding, delimiter) => {
    const found = await read(fileOf(people, { encoding, delimiter }));
    expect(found).toMatchObject({ encoding: encoding.split(' ')[0], delimiter, columns: people[0] });
    expect(found.rows).toEqual(people.slice(1));
  });

  it('is Western where no letter is Turkish, or one of Iceland’s is there', async () => {
    for (const name of ['Núñez Ägæ', 'Þórð Æsir']) {
      const found = await read(fileOf([['name'], [name]], { encoding: 'windows-1252' }));
      expect(found).toMatchObject({ encoding: 'windows-1252', rows: [[name]] });
    }
  });

  it.each([
    ['names alike', 'mail,mail,,MAIL\na,b,c,d', ['mail', 'mail (2)', '3', 'MAIL'], [['a', 'b', 'c', 'd']]],
    [
      'no header',
      'ada@a.test;Ada\nbob@a.test;Bob',
      ['1', '2'],
      [
        ['ada@a.test', 'Ada'],
        ['bob@a.test', 'Bob'],
      ],
    ],
    ['marks in the middle', 'mail,name\n\uFEFFa@a.test,Ada', ['mail', 'name'], [['a@a.test', 'Ada']]],
    ['one column', 'mail\na@a.test\n\nb@a.test\n', ['mail'], [['a@a.test'], ['b@a.test']]],
    ['empty rows', 'mail,name\n,\n  ,\na@a.test,', ['mail', 'name'], [['a@a.test', '']]],
    ['stray quotes', 'mail,name\na@a.test,5" disk', ['mail', 'name'], [['a@a.test', '5" disk']]],
    ['formulas', 'mail,name\na@a.test,=1+1', ['mail', 'name'], [['a@a.test', '=1+1']]],
  ])('may have %s', async (_, text, columns, rows) => {
    expect(await read(Buffer.from(text))).toMatchObject({ columns, rows });
  });

  it('says itself what stands between its cells, and is numbered as a spreadsheet numbers it', async () => {
    const text = 'sep=;\r\nmail;note\r\na@a.test;"1,2\n3"\r\n\r\n;\r\nb@b.test;b\r\n';
    for (const encoding of ['utf-8 bom', 'utf-16le'])
      expect(await read(fileOf([], { encoding, text }))).toMatchObject({
        delimiter: ';',
        columns: ['mail', 'note'],
        rows: [
          ['a@a.test', '1,2\n3'],
          ['b@b.test', 'b'],
        ],
        numbers: [2, 5],
      });
    expect((await read(Buffer.from('a@a.test,A\nb@b.test,B'))).numbers).toEqual([1, 2]);
  });

  it('has its notes by what they are called in any language of the team', () => {
    const proposed = ['Nota', 'Not', 'Notiz', 'Notes'].map((name) =>
      propose([{ name, samples: ['called'] }], { attributes: [] }),
    );
    expect(proposed).toEqual([['note'], ['note'], ['note'], ['note']]);
  });

  it.each([
    ['nothing', ''],
    ['nothing but a mark', '\uFEFF'],
    ['a quote that is never closed', `mail,name\n"a@a.test,Ada\n${'b@a.test,Bob\n'.repeat(10)}`],
    ['a row of 10 MB', `mail,name\na@a.test,${'x'.repeat(10_000_000)}`],
    ['501 columns', Array.from({ length: 501 }, (_, at) => `c${at}`).join(',')],
    ['a spreadsheet', 'PK\u0003\u0004'],
  ])('of %s is refused', async (_, text) => {
    expect(await errorCodeOf(read(Buffer.from(text)))).toBe('import_invalid');
  });

  it('has 500 columns, if it must', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `c${at}`);
    const found = await read(Buffer.from(`${names.join(';')}\n${names.join(';')}`));
    expect(found).toMatchObject({ columns: names, rows: [names] });
  });
});
