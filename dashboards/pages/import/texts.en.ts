import type { ImportState } from '../../../schemas/entities/import_words.js';
import type { ImportAction, importFields, SkipReason } from '../../../schemas/imports.js';
import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

type Named =
  | 'intro'
  /** To whoever sees their own people alone. */
  | 'ofAll'
  | 'choose'
  | 'chooseFirst'
  | 'encoding'
  | 'encodingHint'
  | 'foundOut'
  | 'send'
  | 'list'
  | 'file'
  | 'sent'
  | 'state'
  | 'rows'
  | 'back'
  | 'brokenOff'
  | 'columns'
  | 'leaveOut'
  | 'matchBy'
  | 'matchHint'
  | 'preview'
  | 'changeMapping'
  | 'nothingToDo'
  | 'toLeads'
  | 'undo'
  | 'undoTitle'
  | 'nobodyKept'
  | 'row'
  | 'what'
  | 'why'
  | 'cells'
  | 'all'
  /** On the button that saves them. */
  | 'skippedFile';

export interface Texts extends Record<Named, string> {
  /** Why a file cannot be taken. */
  unusable: Record<'format' | 'missing' | 'too_long' | 'too_large', string>;
  states: Record<ImportState, string>;
  actions: Record<ImportAction, string>;
  fields: Record<(typeof importFields)[number], string>;
  /** Why a row is skipped; `detail` is a field or the number of a row. */
  reasons: Record<SkipReason, (detail: string) => string>;
  rowsOf: (rows: number) => string;
  progress: (done: string, total: string) => string;
  run: (people: number) => string;
  undoExplained: (created: number, updated: number) => string;
  kept: (people: number) => string;
  twice: (field: string) => string;
  matchMissing: (field: string) => string;
  unread: (fields: string) => string;
  counted: (action: string, count: string) => string;
}

export const texts: Texts = {
  intro:
    'Bring people in from a file: a preview says what becomes of each row before anything is done, and an import can be undone.',
  ofAll:
    'Whoever imports tells of anybody, and you see your own people alone. Ask somebody who sees everybody.',
  choose: 'File of CSV',
  chooseFirst: 'Choose a file first.',
  encoding: 'How it is written',
  encodingHint: 'Choose one where letters look wrong in the samples.',
  foundOut: 'Find out',
  send: 'Read the file',
  list: 'Imports',
  file: 'File',
  sent: 'Sent',
  state: 'State',
  rows: 'Rows',
  back: 'All imports',
  brokenOff: 'If this stays, reading was broken off: send the file again.',
  columns: 'What the columns are',
  leaveOut: 'Leave out',
  matchBy: 'Rows are about the person with the same',
  matchHint: 'Whoever is there already is updated; an empty cell overwrites nothing.',
  preview: 'Preview',
  changeMapping: 'Change what the columns are',
  nothingToDo: 'No row creates or changes anybody: there is nothing to import.',
  toLeads: 'See the people',
  undo: 'Undo the import',
  undoTitle: 'Undo this import?',
  nobodyKept: 'Nobody is left of those whom it created, and who was changed is as before.',
  row: 'Row',
  what: 'What',
  why: 'Why',
  cells: 'What it says',
  all: 'All rows',
  skippedFile: 'Skipped rows as CSV',
  unusable: {
    format:
      'This cannot be read as CSV. Save a spreadsheet as CSV first, and look for a quote that is not closed.',
    missing: 'There are no people in this file: it needs a row of names and at least one row below.',
    too_long: 'The file has more than 500 columns: leave some out.',
    too_large: 'The file has more than 100,000 rows: split it.',
  },
  states: {
    reading: 'Being read',
    read: 'Read, not previewed yet',
    planning: 'Working out the preview',
    planned: 'Previewed, not run yet',
    running: 'Importing',
    done: 'Imported',
    undoing: 'Being undone',
    undone: 'Undone',
  },
  actions: { create: 'Create', update: 'Update', unchanged: 'Unchanged', skip: 'Skip' },
  fields: {
    email: 'E-mail',
    phone: 'Phone',
    customer: 'Customer id',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    company: 'Company',
    status: 'Status',
    owner: 'Owner',
    source: 'Source (of new people)',
    note: 'Note (of new people)',
  },
  reasons: {
    too_many_cells: () => 'It has more cells than there are columns.',
    match_missing: () => 'Nothing stands in the column by which rows are matched.',
    match_invalid: () => 'What stands in the column by which rows are matched is not valid.',
    several: () => 'Several people have this phone number.',
    other_person: (field) => `${field}: belongs to somebody else.`,
    not_theirs: (field) => `${field}: whoever has this phone number has another one.`,
    same_as_row: (row) => `Row ${row} is about the same person.`,
    refused: (reason) => `Refused: ${reason}.`,
    changed_since: () => 'Somebody has changed whom it is about since the preview.',
  },
  rowsOf: (rows) => plural(rows, { one: '# row', other: '# rows' }),
  progress: (done, total) => `${done} of ${total} rows`,
  run: (people) => plural(people, { one: 'Import # person', other: 'Import # people' }),
  undoExplained: (created, updated) =>
    `What it told counts no more: ${plural(created, { one: '# person', other: '# people' })} whom it created, ${plural(updated, { one: '# change', other: '# changes' })} of people who were there. What others have said of them since stays, and so do they then.`,
  kept: (people) =>
    plural(people, {
      one: '# person whom it created stays, since others have told of them, too:',
      other: '# people whom it created stay, since others have told of them, too:',
    }),
  twice: (field) => `${field} is chosen for two columns: leave one out.`,
  matchMissing: (field) => `Rows are to be matched by ${field}, which no column is.`,
  unread: (fields) => `Left out, since it is not valid: ${fields}`,
  counted: (action, count) => `${action}: ${count}`,
};
