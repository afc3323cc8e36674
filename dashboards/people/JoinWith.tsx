import './people.css';
import { useSignal } from '@preact/signals';
import { type Lead, query } from '../api.js';
import { Dialog } from '../components/Dialog.js';
import { ErrorNotice, Skeleton } from '../components/Notice.js';
import { nameOf, Stage } from '../components/person.js';
import { SearchField } from '../components/SearchField.js';
import { useSite } from '../components/site.js';
import { Ago, OneLine, UserText } from '../components/Text.js';
import { useLiveRecord } from '../live/use.js';
import { JoinDialog } from './JoinDialog.js';
import { texts } from './texts.js';

const FOUND_MAX = 20;

interface JoinWithProps {
  person: string;
  onClose: () => void;
  onDecided: (person: string) => void;
}

/** Whom is somebody one with? The other one is looked for, then both are shown. */
export function JoinWith({ person, onClose, onDecided }: JoinWithProps) {
  const m = texts.value.join;
  const words = useSignal('');
  const other = useSignal<string | undefined>(undefined);
  if (other.value)
    return (
      <JoinDialog
        one={person}
        other={other.value}
        onClose={onClose}
        onDecided={onDecided}
        onBack={() => {
          other.value = undefined;
        }}
      />
    );
  return (
    <Dialog title={m.with} onClose={onClose}>
      <SearchField
        value={words.value}
        label={m.find}
        placeholder={m.findHint}
        isFirst
        onSearch={(text) => {
          words.value = text;
        }}
      />
      {words.value && (
        <Found
          words={words.value}
          except={person}
          onPick={(id) => {
            other.value = id;
          }}
        />
      )}
    </Dialog>
  );
}

interface FoundProps {
  words: string;
  except: string;
  onPick: (id: string) => void;
}

function Found({ words, except, onPick }: FoundProps) {
  const m = texts.value.join;
  const { site } = useSite();
  const { record, error, retry } = useLiveRecord(`pick ${site.id} ${words}`, [], async (signal) => {
    const asked = {
      site: site.id,
      search: words,
      sort: 'last_seen',
      order: 'desc',
      limit: FOUND_MAX,
    } as const;
    return (await query('leads', asked, signal)).rows;
  });
  if (!record) return error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton lines={4} />;
  const found = record.filter(({ person_id }) => person_id !== except);
  if (found.length === 0) return <p role="status">{m.nobody(words)}</p>;
  return (
    <ul class="picks">
      {found.map((lead) => (
        <li key={lead.person_id}>
          <button type="button" class="pick" onClick={() => onPick(lead.person_id)}>
            <Pick lead={lead} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Pick({ lead }: { lead: Lead }) {
  const { email, phone, company, last_seen } = lead;
  const beside = [email, phone, company].filter((text) => text && text !== nameOf(lead));
  return (
    <OneLine.Provider value={true}>
      <strong>
        <UserText>{nameOf(lead)}</UserText>
      </strong>
      <Stage stage={lead.stage} />
      {beside.map((text) => (
        <span key={text} class="muted">
          <UserText>{text}</UserText>
        </span>
      ))}
      {last_seen > 0 && (
        <span class="muted small">
          <Ago ts={last_seen} />
        </span>
      )}
    </OneLine.Provider>
  );
}
