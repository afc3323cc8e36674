import type { QueryRow } from '../../../schemas/api.js';
import type { Column } from '../../components/DataTable.js';
import type { Format } from '../../i18n/format.js';
import { kindOptions, sayKind } from '../../links/options.js';
import { texts } from '../../links/texts.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { readableUrl } from '../../urls.js';

export type FollowedLink = QueryRow<'links'>;

/** Everything that a list of links can tell, in the order of the table. */
export function linkColumns(format: Format, isWide: boolean): Column<FollowedLink>[] {
  const { columns: m } = texts.value;
  const { text, choice, moment, count } = columnsOf<FollowedLink>(format);
  const onWide = { isOptional: !isWide };
  return [
    text('title', m.link, {
      width: 12,
      card: 'title',
      cell: ({ title, destination }) => isolated(title || readableUrl(destination)),
    }),
    count('clicks', m.clicks, { width: 5, card: 'end' }),
    count('clicks_touched', m.touched, { width: 7.5 }),
    count('clicks_landed', m.landed, { width: 7, ...onWide }),
    count('clicks_human', m.human, { width: 6, isOptional: true }),
    count('clicks_pending', m.pending, { width: 7, isOptional: true }),
    count('clicks_suspect', m.suspect, { width: 6, isOptional: true }),
    count('clicks_bot', m.bot, { width: 7, isOptional: true }),
    text('campaign_name', m.campaign, { width: 8 }),
    choice('kind', m.kind, kindOptions(), { width: 6, cell: ({ kind }) => sayKind(kind), ...onWide }),
    text('destination', m.destination, {
      width: 12,
      cell: ({ destination }) => isolated(readableUrl(destination)),
    }),
    moment('last_click', m.lastClick, { width: 6 }),
    moment('first_click', m.firstClick, { width: 6, isOptional: true }),
  ];
}
