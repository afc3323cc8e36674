import './page.css';
import { importActions } from '../../../schemas/imports.js';
import { seesOwnOnly } from '../../access.js';
import { DataTable } from '../../components/DataTable.js';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { useFormat, useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { useAddress } from '../../components/useAddress.js';
import { useLiveRecord } from '../../live/use.js';
import { me } from '../../session.js';
import { urlOf } from '../../urls.js';
import { imports } from './data.js';
import { One } from './One.js';
import { Send } from './Send.js';
import { texts } from './texts.js';

/** Files of people: those that were sent, and one of them, by its id in the address. */
export function Page() {
  const { site } = useSite();
  const id = useAddress().search.get('id');
  const isOfOwn = seesOwnOnly(me.value?.access ?? [], site.id);
  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack stack-wide">
        {isOfOwn ? <p>{texts.value.ofAll}</p> : id ? <One key={id} id={id} /> : <All />}
      </div>
    </>
  );
}

function All() {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const list = useLiveRecord(`imports ${site.id}`, ['imports'], (signal) => imports(site.id, signal));
  return (
    <>
      <p>{m.intro}</p>
      <Send />
      <Loaded list={list}>
        {(rows) =>
          rows.length > 0 && (
            <DataTable
              name="imports"
              label={m.list}
              rows={rows}
              keyOf={({ id }) => id}
              href={({ id }) => urlOf('/import', { site: site.id, id })}
              columns={[
                { name: 'name', title: m.file, width: 14, cell: ({ name }) => <UserText>{name}</UserText> },
                { name: 'sentAt', title: m.sent, width: 8, cell: ({ sentAt }) => <Ago ts={sentAt} /> },
                { name: 'state', title: m.state, width: 12, cell: ({ state }) => m.states[state] },
                ...(['rows', ...importActions] as const).map((name) => ({
                  name,
                  title: name === 'rows' ? m.rows : m.actions[name],
                  width: 6,
                  align: 'end' as const,
                  cell: (row: (typeof rows)[number]) => format.number(row[name]),
                })),
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}
