import type { ComponentChildren } from 'preact';
import type { Column } from '../components/DataTable.js';
import type { Option } from '../components/filter_kinds.js';
import { Ago, UserText } from '../components/Text.js';
import type { Format } from '../i18n/format.js';

/** The columns of a row that hold values of a type. */
type Of<Row, Type> = { [Name in keyof Row]: Row[Name] extends Type ? Name : never }[keyof Row] & string;

/** By currency, in minor units. */
type Amounts = Record<string, number>;

export const isolated = (value: string) => value && <UserText>{value}</UserText>;

/** Amounts of several currencies: "€96.50 + $12.00"; nothing where there is none. */
export const sayAmounts = (amounts: Amounts, format: Format): string =>
  Object.entries(amounts)
    .map(([currency, minor]) => format.money(minor, currency))
    .join(' + ');

/** What makes the columns of a list's rows: each by the query's name for it, sorted and filtered by what it holds. */
export function columnsOf<Row>(format: Format) {
  type More = Partial<Column<Row>>;
  // The name says which type it has, which TypeScript cannot follow while it does not know the row.
  const valueIn = <Type,>(row: Row, name: Of<Row, Type>) => row[name] as Type;

  const text = (name: Of<Row, string>, title: string, more: More = {}): Column<Row> => ({
    name,
    title,
    cell: (row) => isolated(valueIn<string>(row, name)),
    sort: 'asc',
    filter: { kind: 'text' },
    ...more,
  });

  const choice = (
    name: Of<Row, string>,
    title: string,
    options: readonly Option[],
    more: More,
  ): Column<Row> => text(name, title, { filter: { kind: 'choice', options }, ...more });

  const moment = (name: Of<Row, number>, title: string, more: More = {}): Column<Row> => ({
    name,
    title,
    cell: (row) => {
      const ts = valueIn<number>(row, name);
      return ts > 0 ? <Ago ts={ts} isShort /> : null;
    },
    sort: 'desc',
    filter: { kind: 'date' },
    ...more,
  });

  const number = (
    name: string,
    title: string,
    cell: (row: Row) => ComponentChildren,
    more: More,
  ): Column<Row> => ({
    name,
    title,
    width: 6,
    align: 'end',
    cell,
    sort: 'desc',
    ...more,
  });

  /** How often or how many: nothing where none. */
  const count = (name: Of<Row, number>, title: string, more: More = {}): Column<Row> =>
    number(
      name,
      title,
      (row) => {
        const value = valueIn<number>(row, name);
        return value !== 0 && format.number(value);
      },
      { filter: { kind: 'number' }, ...more },
    );

  /** An amount in the currency that the row says; nothing where it is not known. */
  const money = (
    name: Of<Row, number | null>,
    title: string,
    currencyOf: (row: Row) => string,
    more: More = {},
  ): Column<Row> =>
    number(
      name,
      title,
      (row) => {
        const minor = valueIn<number | null>(row, name);
        return minor !== null && format.money(minor, currencyOf(row));
      },
      { width: 6.5, ...more },
    );

  const amounts = (name: Of<Row, Amounts>, title: string, more: More = {}): Column<Row> =>
    number(name, title, (row) => sayAmounts(valueIn<Amounts>(row, name), format), { width: 6.5, ...more });

  return { text, choice, moment, count, money, amounts };
}
