import { useSignal } from '@preact/signals';
import type { QueryRow } from '../../../../schemas/api.js';
import { query } from '../../../api.js';
import { Card } from '../../../components/Card.js';
import { useFormat, useSite } from '../../../components/site.js';
import { UserText } from '../../../components/Text.js';
import { toast } from '../../../components/toast.js';
import { useLiveRecord } from '../../../live/use.js';
import { ConsentDialog } from '../../../people/acts/ConsentDialog.js';
import { write } from '../../../people/acts/data.js';
import { texts as actTexts } from '../../../people/acts/texts.js';
import type { Whom } from '../../../people/acts/whom.js';
import { myself } from '../../../session.js';
import { texts } from './texts.js';

type Consent = QueryRow<'consents'>;

/** What somebody agreed to, refused and withdrew: what counts by now, and all of it below. */
export function Consents({ whom, mayAct }: { whom: Whom; mayAct: boolean }) {
  const m = texts.value.consent;
  const { site } = useSite();
  const isRecording = useSignal(false);
  const { record } = useLiveRecord(`consents ${site.id} ${whom.id}`, ['consents'], async (signal) => {
    const { rows } = await query('consents', { site: site.id, person: whom.id }, signal);
    return rows;
  });
  const rows = record ?? [];
  const current = rows.filter(({ is_current }) => is_current);
  if (rows.length === 0 && !mayAct) return null;
  return (
    <Card title={m.title}>
      {current.length > 0 && (
        <ul class="consents">
          {current.map((one) => (
            <li class="consent" key={`${one.event_id}${one.wording}`}>
              <Entry one={one} />
              {mayAct && one.choice === 'granted' && <Withdraw one={one} whom={whom} />}
            </li>
          ))}
        </ul>
      )}
      {rows.length > current.length && (
        <details>
          <summary>{m.all(rows.length)}</summary>
          <ul class="consents">
            {rows.map((one) => (
              <li class="consent" key={`${one.event_id}${one.wording}`}>
                <Entry one={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayAct && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            isRecording.value = true;
          }}
        >
          {m.record}
        </button>
      )}
      {isRecording.value && (
        <ConsentDialog
          whom={whom}
          onClose={() => {
            isRecording.value = false;
          }}
        />
      )}
    </Card>
  );
}

const calledOf = ({ purpose, wording }: Consent) => purpose || wording || texts.value.consent.tracking;

function Entry({ one }: { one: Consent }) {
  const m = texts.value.consent;
  const format = useFormat();
  const states: Record<string, string> = actTexts.value.consent.states;
  return (
    <div>
      <UserText>{calledOf(one)}</UserText>
      <p class="muted small">
        {Object.hasOwn(states, one.choice) ? states[one.choice] : one.choice} · {format.shortDateTime(one.ts)}
        {one.source && (
          <>
            {' · '}
            <UserText>{m.from(one.source)}</UserText>
          </>
        )}
        {one.purpose && one.wording && (
          <>
            <br />
            <UserText>{one.wording}</UserText>
          </>
        )}
      </p>
    </div>
  );
}

/** It is withdrawn at once, and can be undone. */
function Withdraw({ one, whom }: { one: Consent; whom: Whom }) {
  const m = texts.value.consent;
  const { site } = useSite();
  const called = calledOf(one);
  const say = (choice: 'withdrawn' | 'granted') =>
    write(site.id, whom.id, {
      ...{ type: 'consent' as const, choice, rep: myself() },
      ...(one.purpose && { purpose: one.purpose }),
      ...(one.wording && { wording: one.wording }),
    });
  return (
    <button
      type="button"
      class="button button-small"
      aria-label={m.withdrawWhat(called.slice(0, 100))}
      onClick={async () => {
        await say('withdrawn');
        toast(actTexts.value.consent.done(whom.name), { undo: () => say('granted') });
      }}
    >
      {m.withdraw}
    </button>
  );
}
