import * as v from 'valibot';
import { attributeTypesOf, type SiteAttribute } from './entities/attributes.js';
import { type Encoding, type ImportState, type MatchKey, matchKeys } from './entities/import_words.js';

/** What a column can be beside an attribute; the last two are told of new people alone. */
export const importFields = [
  ...matchKeys,
  'name',
  'firstName',
  'lastName',
  'company',
  'status',
  'owner',
  'source',
  'note',
] as const;

/** All that a column of a site's file can be. */
export const fieldsOf = (attributes: readonly Pick<SiteAttribute, 'name' | 'type'>[] = []): string[] => [
  ...importFields,
  ...attributeTypesOf(attributes).keys(),
];

export const importStatuses = ['new', 'working', 'qualified', 'disqualified'] as const;

export const ROWS_MAX = 100_000;
export const COLUMNS_MAX = 500;

/** What becomes of a row. */
export const importActions = ['create', 'update', 'unchanged', 'skip'] as const;
export type ImportAction = (typeof importActions)[number];

/** Why a row is skipped. */
export const skipReasons = [
  /** It has more cells than there are columns: a quote or a delimiter is at the wrong place. */
  'too_many_cells',
  /** Nothing stands in the column by which rows are matched. */
  'match_missing',
  /** What stands there is none. */
  'match_invalid',
  /** Several people have this phone number. */
  'several',
  /** Another of its identifiers (`detail`) is somebody else's. */
  'other_person',
  /** Another of its identifiers (`detail`) cannot be put beside a phone number. */
  'not_theirs',
  /** An earlier row (`detail`) is about the same person. */
  'same_as_row',
  /** The pipeline refuses it (`detail`). */
  'refused',
  /** Somebody has changed whom it is about since the preview. */
  'changed_since',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** How a file is to be understood. */
export const importOrder = v.strictObject({
  /** For each column what it is; empty to leave it out. */
  mapping: v.pipe(v.array(v.string()), v.maxLength(COLUMNS_MAX)),
  matchBy: v.picklist(matchKeys),
});
export type ImportOrder = v.InferOutput<typeof importOrder>;

/** How many rows become what. */
export type ImportCounts = Record<ImportAction, number>;

/** A column of a file, with some of what stands in it. */
export interface ImportColumn {
  name: string;
  samples: string[];
  /** What it seems to be, or is mapped to; empty where it is left out. */
  field: string;
}

/** An import as its address answers. */
export interface Import {
  id: string;
  name: string;
  by: string;
  /** Milliseconds. */
  at: number;
  state: ImportState;
  encoding: Encoding;
  delimiter: string;
  rows: number;
  columns: ImportColumn[];
  matchBy: MatchKey;
  counts: ImportCounts;
  /** Of an undone one: how many of the people whom it made there still are, since others told of them, too. */
  kept: number;
  /** Of what is under way: of so many rows so many are done. */
  progress: { done: number; total: number };
}

/** What becomes of a row, as the preview shows it and as it is then done. */
export interface ImportRow {
  row: number;
  cells: string[];
  action: ImportAction;
  reason: SkipReason | '';
  detail: string;
  person_id: string;
  /** The fields that it changes. */
  changes: string[];
  /** The fields whose value is none of theirs, and is left out. */
  unread: string[];
}
