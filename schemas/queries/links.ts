import { defineQuery } from '../define_query.js';
import { links as statement } from '../gen/queries/links.js';
import { range } from '../parameters.js';

export const links = defineQuery({
  summary:
    'Tracked links, with the clicks of some days: of people and not judged yet (`clicks`), and each verdict by itself.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: range,
  list: {
    key: 'link',
    sort: 'clicks',
    order: 'desc',
    columns: [
      'link',
      'title',
      'destination',
      'kind',
      'campaign',
      'campaign_name',
      'expires',
      'clicks',
      'clicks_landed',
      'clicks_touched',
      'clicks_human',
      'clicks_pending',
      'clicks_suspect',
      'clicks_bot',
      'first_click',
      'last_click',
    ],
    search: ['title', 'destination', 'campaign_name'],
    total: true,
  },
  times: ['expires', 'first_click', 'last_click'],
});
