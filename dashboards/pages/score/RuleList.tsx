import '../../rules/rules.css';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { Conditions } from '../../rules/Conditions.js';
import { RuleButtons } from '../../rules/RuleButtons.js';
import { urlOf } from '../../urls.js';
import { fieldsOf, type StoredRule } from './rules.js';
import { texts } from './texts.js';

interface RuleListProps {
  rules: readonly StoredRule[];
  reload: () => void;
}

/** The rules with what each is worth: each can be changed and deleted. */
export function RuleList({ rules, reload }: RuleListProps) {
  const { site } = useSite();
  const format = useFormat();
  return (
    <ul class="rules" aria-label={texts.value.list}>
      {rules.map((rule) => (
        <li key={rule.id} class="card">
          <div class="rule-head">
            <h2>
              {format.signed(rule.points)} <UserText>{rule.name}</UserText>
            </h2>
            <RuleButtons
              kind="scoreRules"
              rule={rule}
              body={fieldsOf(rule)}
              href={urlOf('/score', { site: site.id, edit: rule.id })}
              reload={reload}
            />
          </div>
          <div class="rule-conditions">
            <Conditions filters={rule.filters} />
          </div>
        </li>
      ))}
    </ul>
  );
}
