import './people.css';
import { useSignal } from '@preact/signals';
import { query } from '../api.js';
import { Dialog } from '../components/Dialog.js';
import { ErrorNotice, Skeleton } from '../components/Notice.js';
import { nameOf } from '../components/person.js';
import { useSite } from '../components/site.js';
import { toast } from '../components/toast.js';
import { useFailure } from '../components/useFailure.js';
import { ApiError } from '../http.js';
import { messages } from '../i18n/locale.js';
import { useLiveRecord } from '../live/use.js';
import { joinPeople, separatePeople, stayingId, undecidePeople } from './decide.js';
import { LongText } from './LongText.js';
import { Sides } from './Sides.js';
import { shortName } from './short_name.js';
import type { OneSide } from './side_lines.js';
import { texts } from './texts.js';

interface JoinDialogProps {
  one: string;
  other: string;
  onClose: () => void;
  /** They are one, by this id; or two again, the first of them by this one. */
  onDecided?: (person: string) => void;
  /** Leads back to the choice of the other one, where there was one. */
  onBack?: () => void;
}

/** Both of two people beside each other, before they become one. */
export function JoinDialog({ one, other, onClose, onDecided, onBack }: JoinDialogProps) {
  const m = texts.value.join;
  const { site } = useSite();
  const error = useFailure();
  const busy = useSignal(false);
  const both = useLiveRecord(`join ${site.id} ${one} ${other}`, ['person', 'said'], (signal) =>
    load(site.id, [one, other], signal),
  );
  const { record } = both;
  const isSame = record?.[0].person.person_id === record?.[1].person.person_id;
  const mayJoin = record && !isSame;

  async function onJoin() {
    if (busy.peek() || !mayJoin) return;
    busy.value = true;
    error.value = undefined;
    try {
      const [a, b] = [record[0].person, record[1].person];
      const person = await joinPeople(site.id, a.person_id, b.person_id);
      const [first, second] = [shortName(a), shortName(b)];
      toast(m.done(first, second), {
        undo: async () => {
          const again = await takeBack(site.id, a.person_id, b.person_id);
          onDecided?.(again);
        },
      });
      onClose();
      onDecided?.(person);
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }

  return (
    <Dialog title={m.title} onClose={onClose}>
      <p>{m.intro}</p>
      {both.error && !record && <ErrorNotice error={both.error} retry={both.retry} />}
      {record === undefined && !both.error && <Skeleton lines={6} />}
      {record === null && <p role="status">{m.missing}</p>}
      {record && isSame && <p role="status">{m.same}</p>}
      {mayJoin && <Both sides={record} />}
      {error.value && <ErrorNotice error={error.value} />}
      <div class="actions">
        <button
          type="button"
          class="button button-main"
          autofocus
          aria-disabled={busy.value || !mayJoin}
          onClick={onJoin}
        >
          {m.action}
        </button>
        {onBack && (
          <button type="button" class="button" onClick={onBack}>
            {m.other}
          </button>
        )}
        <button type="button" class="button button-plain" onClick={onClose}>
          {messages.value.cancel}
        </button>
      </div>
    </Dialog>
  );
}

/** Two that something else makes one, such as a word that came later, are two again all the same. */
async function takeBack(site: string, one: string, other: string): Promise<string> {
  const [a, b] = await undecidePeople(site, one, other);
  return a === b ? (await separatePeople(site, one, other))[0] : a;
}

type Pair = readonly [OneSide, OneSide];

function Both({ sides }: { sides: Pair }) {
  const m = texts.value.join;
  const staying = stayingId(sides[0].person.person_id, sides[1].person.person_id);
  return (
    <Sides
      sides={sides}
      heads={sides.map(({ person }) => <LongText key={person.person_id}>{nameOf(person)}</LongText>)}
    >
      <tr>
        <th scope="row">{m.id}</th>
        {sides.map(({ person: { person_id } }) => (
          <td key={person_id}>
            {person_id === staying ? m.stays : m.goes}
            <code class="muted">{person_id}</code>
          </td>
        ))}
      </tr>
    </Sides>
  );
}

async function load(
  site: string,
  ids: readonly [string, string],
  signal: AbortSignal,
): Promise<Pair | undefined> {
  const [one, other] = await Promise.all(ids.map((person) => sideOf(site, person, signal)));
  return one && other ? [one, other] : undefined;
}

async function sideOf(site: string, id: string, signal: AbortSignal): Promise<OneSide | undefined> {
  const [people, said] = await Promise.all([
    query('person', { site, person: id }, signal),
    query('said', { site, person: id }, signal),
  ]);
  const [person] = people.rows;
  return person && { person, said: said.rows };
}
