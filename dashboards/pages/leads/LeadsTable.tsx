import type { Lead } from '../../api.js';
import { useKeptFocus, useNarrow } from '../../components/hooks.js';
import { usePageTitle } from '../../components/page.js';
import { PersonLink, Stage, sourceText } from '../../components/person.js';
import { Ago, UserText } from '../../components/Text.js';
import { texts } from './texts.js';

interface LeadsProps {
  leads: Lead[];
  fresh: ReadonlySet<string>;
}

/** A table where there is room for one, else cards: a table turned into blocks by CSS is none for screen readers. */
export function LeadsTable(props: LeadsProps) {
  useKeptFocus();
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table({ leads, fresh }: LeadsProps) {
  const title = usePageTitle();
  const { columns } = texts.value;
  return (
    <table class="leads">
      <caption class="hidden-text">{title}</caption>
      <thead>
        <tr>
          <th scope="col" class="column-name">
            {columns.name}
          </th>
          <th scope="col" class="column-email">
            {columns.email}
          </th>
          <th scope="col">{columns.company}</th>
          <th scope="col" class="column-source">
            {columns.source}
          </th>
          <th scope="col" class="column-time">
            {columns.firstSeen}
          </th>
          <th scope="col" class="column-time">
            {columns.lastSeen}
          </th>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <tr key={lead.person_id} class={fresh.has(lead.person_id) ? 'fresh' : undefined}>
            <th scope="row">
              <span class="name-cell">
                <span class="clamp">
                  <PersonLink lead={lead} />
                </span>
                {lead.stage !== 'lead' && <Stage stage={lead.stage} />}
              </span>
            </th>
            <td>
              <Cell text={lead.email} />
            </td>
            <td>
              <Cell text={lead.company} />
            </td>
            <td>
              <Cell text={sourceText(lead.source)} />
            </td>
            <td>
              <Ago ts={lead.first_seen} />
            </td>
            <td>
              <Ago ts={lead.last_seen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Two lines at most; the whole text is on the person's page. */
function Cell({ text }: { text: string }) {
  if (!text) return null;
  return (
    <span class="clamp" title={text}>
      <UserText>{text}</UserText>
    </span>
  );
}

function Cards({ leads, fresh }: LeadsProps) {
  const title = usePageTitle();
  const { seen, from } = texts.value;
  return (
    <ul class="lead-cards" aria-label={title}>
      {leads.map((lead) => (
        <li key={lead.person_id} class={fresh.has(lead.person_id) ? 'card fresh' : 'card'}>
          <p class="lead-name">
            <PersonLink lead={lead} />
            {lead.stage !== 'lead' && <Stage stage={lead.stage} />}
          </p>
          {lead.email && lead.name && (
            <p>
              <UserText>{lead.email}</UserText>
            </p>
          )}
          {lead.company && (
            <p>
              <UserText>{lead.company}</UserText>
            </p>
          )}
          <p class="muted small lead-end">
            {lead.source && <span>{from(<UserText>{sourceText(lead.source)}</UserText>)}</span>}
            <span>{seen(<Ago ts={lead.last_seen} />)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
