import './page.css';
import { useSignal } from '@preact/signals';
import type { Column } from '../../components/DataTable.js';
import { PageHeading } from '../../components/Heading.js';
import { EmptyState, ErrorNotice } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { QueryList } from '../../lists/QueryList.js';
import { separatePeople, undecidePeople } from '../../people/decide.js';
import { JoinDialog } from '../../people/JoinDialog.js';
import { calledOf, type Pair, reasonsText, sidesOf } from '../../people/pair.js';
import { texts as peopleTexts } from '../../people/texts.js';
import { urlOf } from '../../urls.js';
import { Side } from './Side.js';
import { texts } from './texts.js';

/** Pairs of people who may be one: each is decided by somebody who has looked at both. */
export function Page() {
  const m = texts.value;
  const { site } = useSite();
  const pair = useSignal<Pair | undefined>(undefined);
  const error = useFailure();

  async function part(decided: Pair) {
    error.value = undefined;
    const [one, other] = sidesOf(decided);
    try {
      await separatePeople(site.id, one.id, other.id);
      toast(peopleTexts.value.join.apart(quoted(calledOf(one)), quoted(calledOf(other))), {
        // The pair is undecided again: to be one would be another decision.
        undo: async () => {
          await undecidePeople(site.id, one.id, other.id);
        },
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    }
  }

  return (
    <>
      <QueryList
        query="duplicates"
        label={usePageTitle()}
        columns={columns()}
        keyOf={({ pair_id }) => pair_id}
        usual={{ column: 'strength', order: 'desc' }}
        search={{ label: m.search }}
        heading={<PageHeading />}
        count={m.count}
        empty={<NoDuplicates />}
        actionsWidth={15}
        actions={(row) => {
          const [one, other] = sidesOf(row).map(calledOf) as [string, string];
          return (
            <>
              <button
                type="button"
                class="button button-small"
                aria-label={m.joinPair(one, other)}
                onClick={() => {
                  pair.value = row;
                }}
              >
                {m.join}
              </button>
              <button
                type="button"
                class="button button-small"
                aria-label={m.twoPair(one, other)}
                onClick={() => part(row)}
              >
                {m.two}
              </button>
            </>
          );
        }}
      />
      <p class="duplicates-intro muted small">{m.intro}</p>
      {error.value && <ErrorNotice error={error.value} />}
      {pair.value && (
        <JoinDialog
          one={pair.value.person_id}
          other={pair.value.other_id}
          onClose={() => {
            pair.value = undefined;
          }}
        />
      )}
    </>
  );
}

function columns(): Column<Pair>[] {
  const m = texts.value;
  return [
    {
      name: 'name',
      title: m.one,
      width: 15,
      wraps: true,
      card: 'line',
      cell: (row) => <Side one={sidesOf(row)[0]} />,
    },
    {
      name: 'other_name',
      title: m.other,
      width: 15,
      wraps: true,
      cell: (row) => <Side one={sidesOf(row)[1]} />,
    },
    {
      name: 'reasons',
      title: m.why,
      width: 14,
      wraps: true,
      filter: { kind: 'choice', options: Object.entries(m.alike) },
      cell: ({ reasons }) => reasonsText(reasons),
    },
  ];
}

function NoDuplicates() {
  const m = texts.value.empty;
  const { site } = useSite();
  return (
    <EmptyState>
      <h2>{m.title}</h2>
      <p class="empty-text">{m.text}</p>
      <p class="empty-text">{m.byHand}</p>
      <a class="button" href={urlOf('/leads', { site: site.id })}>
        {m.leads}
      </a>
    </EmptyState>
  );
}

/** Isolated: names may be written the other way (Unicode, UAX 9). */
const quoted = (name: string) => `\u2068${name}\u2069`;
