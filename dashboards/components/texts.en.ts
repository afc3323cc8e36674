import type { Rich } from '../i18n/messages.js';
import { plurals } from '../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  newRows: (count: number) => plural(count, { one: '# new', other: '# new' }),
  table: {
    columns: 'Columns',
    usual: 'The usual columns',
    csv: 'CSV',
    csvHint: 'Download as CSV',
    downloaded: 'The file is there.',
    sortBy: 'Sort by',
    ascending: 'ascending',
    descending: 'descending',
    select: (name: string) => `Select ${name}`,
    row: (number: string) => `row ${number}`,
    selectAll: 'Select all shown',
    selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
    unselect: 'Clear the selection',
    actions: 'Actions',
    found: (count: number) => plural(count, { one: '# found', other: '# found' }),
    shown: (shown: string, count: number) =>
      plural(count, { one: `${shown} of # shown`, other: `${shown} of # shown` }),
    nothing: 'Nothing here yet.',
    keys: {
      next: 'Next row',
      previous: 'Row before',
      select: 'Select the row',
      clear: 'Clear the selection',
    },
    hint: { move: 'move', open: 'open', select: 'select' },
  },
  form: {
    draft: (when: string) => `Your unsaved changes of ${when} are here.`,
    keep: 'Keep them',
    discard: 'Discard them',
    conflict:
      'Somebody else has saved this meanwhile. Where you both changed something, choose what holds, then save.',
    choose: 'Choose which of the two holds.',
    two: (field: string) => `${field}: two values`,
    yours: 'Yours:',
    theirs: 'Theirs, saved meanwhile:',
    empty: 'nothing',
    line: (field: string, number: number) => `${field}, ${number}`,
    removeLine: (line: string) => `Remove ${line}`,
  },
  filters: {
    add: 'Filter',
    column: 'Column',
    operator: 'How',
    value: 'What',
    apply: 'Apply',
    edit: (filter: string) => `Change the filter: ${filter}`,
    remove: (filter: string) => `Remove the filter: ${filter}`,
    is: (title: Rich, values: Rich): Rich => [title, ' is ', values],
    isNot: (title: Rich, values: Rich): Rich => [title, ' is not ', values],
    contains: (title: Rich, values: Rich): Rich => [title, ' contains ', values],
    from: (title: Rich, value: Rich): Rich => [title, ' is at least ', value],
    to: (title: Rich, value: Rich): Rich => [title, ' is at most ', value],
    since: (title: Rich, day: Rich): Rich => [title, ' since ', day],
    until: (title: Rich, day: Rich): Rich => [title, ' until ', day],
    nobody: 'nobody',
    nothing: 'empty',
  },
};

export type Texts = typeof texts;
