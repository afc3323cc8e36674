import './about.css';
import { useSignal } from '@preact/signals';
import { askList } from '../../../api.js';
import { useSite } from '../../../components/site.js';
import { UserText } from '../../../components/Text.js';
import { useLiveRecord } from '../../../live/use.js';
import { JoinDialog } from '../../../people/JoinDialog.js';
import { calledOf, cut, type One, type Pair, reasonsText, sidesOf } from '../../../people/pair.js';
import { texts as peopleTexts } from '../../../people/texts.js';
import { personUrl, urlOf } from '../../../urls.js';
import { texts } from './texts.js';

/** More are listed with the duplicates. */
const SHOWN_MAX = 3;

interface SuspectsProps {
  person: string;
  /** They may say that two are one. */
  mayDecide: boolean;
  onDecided: (person: string) => void;
}

/** With whom somebody may be one, and why: both can be looked at beside each other at once. */
export function Suspects({ person, mayDecide, onDecided }: SuspectsProps) {
  const m = texts.value;
  const { site } = useSite();
  const chosen = useSignal<string | undefined>(undefined);
  const { record } = useLiveRecord(`suspects ${site.id} ${person}`, ['duplicates'], (signal) =>
    askList('duplicates', site.id, new URLSearchParams({ person }), { limit: SHOWN_MAX }, signal),
  );
  if (!record || record.rows.length === 0) return null;
  const rest = (record.total ?? 0) - record.rows.length;
  return (
    <ul class="suspects">
      {record.rows.map((pair) => {
        const other = otherOf(pair, person);
        return (
          <li key={other.id}>
            <span>
              {m.perhaps(<Other one={other} href={personUrl(site.id, other.id)} />)}
              {'. '}
              <span class="muted">{reasonsText(pair.reasons)}</span>
            </span>
            {mayDecide && (
              <button
                type="button"
                class="button button-small"
                aria-label={m.compareWith(calledOf(other))}
                onClick={() => {
                  chosen.value = other.id;
                }}
              >
                {m.compare}
              </button>
            )}
          </li>
        );
      })}
      {rest > 0 && (
        <li>
          <a href={urlOf('/duplicates', { site: site.id })}>{peopleTexts.value.more(rest)}</a>
        </li>
      )}
      {chosen.value && (
        <JoinDialog
          one={person}
          other={chosen.value}
          onDecided={onDecided}
          onClose={() => {
            chosen.value = undefined;
          }}
        />
      )}
    </ul>
  );
}

const otherOf = (pair: Pair, person: string): One => {
  const [one, other] = sidesOf(pair);
  return one.id === person ? other : one;
};

function Other({ one, href }: { one: One; href: string }) {
  const called = calledOf(one);
  const beside = [one.email, one.phone, one.company].map(cut).find((text) => text && text !== called);
  return (
    <>
      <a href={href}>
        <UserText>{called}</UserText>
      </a>
      {beside && (
        <>
          {' ('}
          <UserText>{beside}</UserText>
          {')'}
        </>
      )}
    </>
  );
}
