import type { Lead } from '../../api.js';
import type { Column } from '../../components/DataTable.js';
import { deviceText, Stage } from '../../components/person.js';
import { When } from '../../components/Text.js';
import type { Format } from '../../i18n/format.js';
import { messages } from '../../i18n/locale.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { attributeColumns } from '../../people/attribute_columns.js';
import { type PeopleWords, peopleColumns } from '../../people/columns.js';
import { texts } from '../../people/texts.js';

const optional = { isOptional: true } as const;

interface LeadWords extends PeopleWords {
  /** The site has rules for what leads score. */
  hasScores: boolean;
}

/** Everything that a list of leads can tell, in the order of the table. */
export function leadColumns(words: LeadWords): Column<Lead>[] {
  const m = texts.value.columns;
  const { stages, devices } = messages.value;
  const onWide = { isOptional: !words.isWide };
  const { text, choice, moment, count, amounts } = columnsOf<Lead>(words.format);
  const people = peopleColumns(words);
  return [
    people.name,
    people.contact,
    people.emailKind,
    text('email_domain', m.emailDomain, { width: 9, ...optional }),
    people.company,
    choice('stage', m.stage, Object.entries(stages), {
      width: 6.5,
      card: 'end',
      cell: ({ stage }) => <Stage stage={stage} />,
    }),
    people.status,
    people.owner,
    {
      name: 'was_assigned',
      title: m.wasAssigned,
      width: 6,
      cell: ({ was_assigned }) => isolated(yesNo(was_assigned)),
      filter: { kind: 'choice', options: [true, false].map((value) => [`${value}`, yesNo(value)] as const) },
      ...optional,
    },
    count('score', m.score, {
      width: 4,
      cell: ({ score, score_reasons }) =>
        score !== 0 && (
          <span title={sayReasons(score_reasons, words.format)}>{words.format.number(score)}</span>
        ),
      isOptional: !words.hasScores,
    }),
    // Both are more than 1280 px take.
    { ...people.source, ...(words.hasScores && onWide) },
    people.medium,
    people.campaign,
    people.channel,
    people.country,
    amounts('value_minor', m.value, { width: 5.25 }),
    // With the arrow of the order, by which it is the usual one.
    moment('captured_at', m.captured, { width: 7 }),
    {
      name: 'next_step_at',
      title: m.nextStep,
      width: 7,
      sort: 'asc',
      cell: ({ next_step_at, next_step }) =>
        next_step_at > 0 && (
          <>
            <When ts={next_step_at} /> {isolated(next_step)}
          </>
        ),
      ...onWide,
    },
    people.lastContact,
    people.lastSeen,
    moment('first_seen', m.firstSeen, { width: 6, ...optional }),
    people.firstSource,
    text('first_touch_medium', m.firstMedium, { width: 7, ...optional }),
    people.firstCampaign,
    people.lastSource,
    text('last_touch_medium', m.lastMedium, { width: 7, ...optional }),
    people.lastCampaign,
    people.customers,
    people.region,
    people.language,
    choice('device', m.device, Object.entries(devices), {
      width: 6.5,
      cell: ({ device }) => device && deviceText(device),
      ...optional,
    }),
    text('browser', m.browser, { width: 7, ...optional }),
    text('os', m.os, { width: 7, ...optional }),
    count('orders', m.orders, optional),
    {
      name: 'forms',
      title: m.formIds,
      width: 8,
      cell: ({ forms }) => isolated(forms.join(', ')),
      filter: { kind: 'text' },
      ...optional,
    },
    count('form_submits', m.forms, optional),
    count('page_views', m.pageViews, optional),
    count('events', m.events, optional),
    count('visitors', m.visitors, optional),
    ...attributeColumns(words.attributes),
  ];
}

const sayReasons = (reasons: Lead['score_reasons'], format: Format) =>
  Object.entries(reasons)
    .map(([name, points]) => `${format.signed(points)} ${name}`)
    .join('\n');

const yesNo = (value: boolean) => (value ? texts.value.yes : texts.value.no);
