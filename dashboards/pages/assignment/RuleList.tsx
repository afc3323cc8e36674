import '../../rules/rules.css';
import { announce } from '../../components/announce.js';
import { useKeptFocus } from '../../components/hooks.js';
import { Icon } from '../../components/Icon.js';
import { useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { useOwners } from '../../components/useOwners.js';
import { formatTag } from '../../i18n/locale.js';
import { attempt } from '../../rules/attempt.js';
import { Conditions } from '../../rules/Conditions.js';
import { RuleButtons } from '../../rules/RuleButtons.js';
import { saveRule } from '../../rules/records.js';
import { urlOf } from '../../urls.js';
import { fieldsOf, movedTo, type StoredRule } from './rules.js';
import { texts } from './texts.js';

interface RuleListProps {
  rules: readonly StoredRule[];
  reload: () => void;
}

/** The rules from the first to the last: each can be moved, switched, changed and deleted. */
export function RuleList({ rules, reload }: RuleListProps) {
  const m = texts.value;
  const { site } = useSite();
  useKeptFocus();

  const move = (from: number, to: number) =>
    attempt(async () => {
      for (const rule of movedTo(rules, from, to)) await saveRule('rules', site.id, rule, fieldsOf(rule));
      announce(m.moved(rules[from]?.name ?? '', to + 1));
    }, reload);
  const change = (rule: StoredRule, fields: Partial<StoredRule>) =>
    attempt(() => saveRule('rules', site.id, rule, fieldsOf({ ...rule, ...fields })), reload);

  return (
    <ol class="rules" aria-label={m.list}>
      {rules.map((rule, index) => (
        <li key={rule.id} class="card">
          <div class="rule-head">
            <h2>
              {index + 1}. <UserText>{rule.name}</UserText>
            </h2>
            <label class="choice switch">
              <input
                type="checkbox"
                role="switch"
                aria-checked={rule.isOn}
                aria-label={m.isOnName(rule.name)}
                checked={rule.isOn}
                onChange={({ currentTarget: { checked } }) => change(rule, { isOn: checked })}
              />
              <span aria-hidden="true">{m.isOn}</span>
            </label>
            <Move
              label={m.up(rule.name)}
              icon="ascending"
              isOff={index === 0}
              run={() => move(index, index - 1)}
            />
            <Move
              label={m.down(rule.name)}
              icon="descending"
              isOff={index === rules.length - 1}
              run={() => move(index, index + 1)}
            />
            <RuleButtons
              kind="rules"
              rule={rule}
              body={fieldsOf(rule)}
              href={urlOf('/assignment', { site: site.id, edit: rule.id })}
              reload={reload}
            />
          </div>
          <div class="rule-conditions">
            <Conditions filters={rule.filters} />
          </div>
          <p>
            <GoTo owners={rule.owners} />
          </p>
          {rule.isOn && (
            <p class="muted small">{rule.isForPast ? m.forPast : m.since(<Ago ts={rule.since} />)}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

function GoTo({ owners }: { owners: readonly string[] }) {
  const { ownerName } = useOwners();
  const names = new Intl.ListFormat(formatTag.value).format(owners.map(ownerName));
  return <>{texts.value.goTo(<UserText>{names}</UserText>, owners.length > 1)}</>;
}

interface MoveProps {
  label: string;
  icon: 'ascending' | 'descending';
  isOff: boolean;
  run: () => void;
}

/** Where there is nowhere to go it stays, so that it keeps the focus. */
const Move = ({ label, icon, isOff, run }: MoveProps) => (
  <button
    type="button"
    class="button button-small button-icon"
    aria-label={label}
    title={label}
    aria-disabled={isOff}
    onClick={() => !isOff && run()}
  >
    <Icon name={icon} />
  </button>
);
