import type { SkipReason } from '../../schemas/imports.js';

/** Why a row is skipped and what to do, for the file of those that were. */
export function sayReason(reason: SkipReason | '', detail: string): string {
  switch (reason) {
    case 'too_many_cells':
      return 'It has more cells than there are columns: put what holds a delimiter in quotes.';
    case 'match_missing':
      return 'It has nothing in the column by which rows are matched.';
    case 'match_invalid':
      return 'What it has in the column by which rows are matched is not valid.';
    case 'several':
      return 'Several people have this phone number: match by e-mail address.';
    case 'other_person':
      return `Its ${detail} belongs to somebody else: correct it, or join the two.`;
    case 'not_theirs':
      return `Whoever has this phone number does not have its ${detail}: match by ${detail}.`;
    case 'same_as_row':
      return `Row ${detail} is about the same person: put both into one.`;
    case 'refused':
      return `It is refused: ${detail}.`;
    case '':
      return '';
  }
}
