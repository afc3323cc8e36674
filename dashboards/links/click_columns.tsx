import type { QueryRow } from '../../schemas/api.js';
import type { Column } from '../components/DataTable.js';
import type { Format } from '../i18n/format.js';
import { columnsOf, isolated } from '../lists/columns_of.js';
import { readableUrl } from '../urls.js';
import { Follower } from './Follower.js';
import { sayVerdict, verdictOptions } from './options.js';
import { texts } from './texts.js';

export type Click = QueryRow<'clicks'>;

/** Everything that a list of clicks can tell, in the order of the table. */
export function clickColumns(format: Format, isWide: boolean): Column<Click>[] {
  const { columns: m, evidence, ownTraffic } = texts.value;
  const { text, choice, moment } = columnsOf<Click>(format);
  const onWide = { isOptional: !isWide };
  return [
    text('title', m.link, {
      width: 12,
      card: 'title',
      cell: ({ title, destination }) => isolated(title || readableUrl(destination)),
    }),
    moment('ts', m.when, { width: 6, card: 'end' }),
    {
      name: 'name',
      title: m.person,
      width: 9,
      cell: (click) => (click.is_known || click.email) && <Follower of={click} />,
    },
    choice('verdict', m.verdict, verdictOptions(), {
      width: 8,
      cell: ({ verdict, is_team }) => <span class="tag">{is_team ? ownTraffic : sayVerdict(verdict)}</span>,
    }),
    {
      name: 'evidence',
      title: m.evidence,
      width: 10,
      cell: ({ evidence: told, is_touched }) =>
        is_touched ? evidence.touched : told.length > 0 ? evidence.landed : evidence.none,
    },
    text('campaign_name', m.campaign, { width: 8, ...onWide }),
    text('country', m.country, {
      width: 7,
      cell: ({ country }) => country && format.countryName(country),
    }),
    text('network', m.network, { width: 9, ...onWide }),
    text('agent', m.agent, { width: 7 }),
    text('os', m.os, { width: 7, isOptional: true }),
    text('device', m.device, { width: 6, isOptional: true }),
    text('language', m.language, { width: 6, isOptional: true }),
    text('destination', m.destination, {
      width: 12,
      isOptional: true,
      cell: ({ destination }) => isolated(readableUrl(destination)),
    }),
  ];
}
