import { type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { FilterKind } from './filter_kinds.js';
import type { Order } from './sorting.js';
import { readStored, writeStored } from './stored.js';

/** What a list tells of each row: declared once for its table, cards, order, filters and file. */
export interface Column<Row> {
  /** As the query has it. */
  name: string;
  title: string;
  /** Nothing for a cell that is empty: a card leaves it out. The first column shown names the row, and leads to it. */
  cell: (row: Row) => ComponentChildren;
  /** Where it stands on a card: its title, a line of its own (the usual), at the end of the title's line, nowhere. */
  card?: 'title' | 'line' | 'end' | 'none';
  /** Of numbers: one below the other, digit by digit. */
  align?: 'end';
  /** The least, in rem; wider windows give more in proportion. */
  width?: number;
  /** It can be sorted by: the order tried first. */
  sort?: Order;
  /** It can be filtered by. */
  filter?: FilterKind;
  /** Not shown until chosen. */
  isOptional?: boolean;
  /** May take more than one line: what opens, a list. */
  wraps?: boolean;
}

/** What filters need to know of a column. */
export interface FilterColumn extends Pick<Column<never>, 'name' | 'title' | 'filter'> {
  /** It is not offered, and goes on filtering where an address has it. */
  isUnoffered?: boolean;
}

/** Where the columns that are shown stand beside this browser: in the page's address. */
export interface ColumnsPlace {
  names: readonly string[] | undefined;
  /** Without any they are the usual ones. */
  put: (names?: readonly string[]) => void;
}

type Choice = Record<string, boolean>;

const isChoice = (value: unknown): value is Choice => typeof value === 'object' && value !== null;

/** The choices made so far, by where they are kept: whatever shows a table or tells of its columns knows of the same one. */
const choices = new Map<string, Signal<Choice>>();

function choiceAt(key: string): Signal<Choice> {
  const known = choices.get(key);
  if (known) return known;
  const stored = readStored(key);
  const choice = signal(isChoice(stored) ? stored : {});
  choices.set(key, choice);
  return choice;
}

/**
 * Those of its columns that the reader of a table wants, kept in this browser by the table's name.
 *
 * @param usual those that are shown where the reader has not chosen; each that is not optional where it is left out
 * @param place whose columns, where it has any, come before what this browser keeps
 */
export function useColumns<Row>(
  table: string,
  columns: readonly Column<Row>[],
  usual?: readonly string[],
  place?: ColumnsPlace,
) {
  const key = `leadline-columns ${table}`;
  const choice = choiceAt(key);
  const chosen = choice.value;
  const keep = (next: Choice) => {
    choice.value = next;
    writeStored(key, Object.keys(next).length > 0 ? next : undefined);
  };
  const isUsual = ({ name, isOptional }: Column<Row>) => (usual ? usual.includes(name) : !isOptional);
  const placed = place?.names?.some((name) => columns.some((column) => column.name === name))
    ? place.names
    : undefined;
  // The first one names the row: it stays.
  const isShown = (column: Column<Row>, index: number) =>
    index === 0 || (placed?.includes(column.name) ?? chosen[column.name] ?? isUsual(column));
  const isChosen = (column: Column<Row>, index: number) =>
    index > 0 && isShown(column, index) !== isUsual(column);
  const choose = (name: string, show: boolean) => {
    const others = placed
      ? Object.fromEntries(columns.filter(isChosen).map((column) => [column.name, !isUsual(column)]))
      : chosen;
    keep({ ...others, [name]: show });
    const isNow = (column: Column<Row>, index: number) =>
      column.name === name ? show : isShown(column, index);
    place?.put(columns.filter(isNow).map((column) => column.name));
  };
  return {
    shown: columns.filter(isShown),
    isShown,
    isChanged: placed ? columns.some(isChosen) : Object.keys(chosen).length > 0,
    choose,
    reset: () => {
      keep({});
      if (place?.names) place.put();
    },
  };
}
