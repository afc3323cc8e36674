import { useLocation } from 'preact-iso';
import type { Rule } from '../../../schemas/entities/rules.js';
import { ChoicesField, SwitchField } from '../../components/choice_fields.js';
import { Form } from '../../components/Form.js';
import { TextField } from '../../components/fields.js';
import { useField } from '../../components/form_state.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { useOwners } from '../../components/useOwners.js';
import { messages } from '../../i18n/locale.js';
import { ConditionsField } from '../../rules/ConditionsField.js';
import { Matching } from '../../rules/Matching.js';
import { makeRule, saveRule } from '../../rules/records.js';
import { texts as ruleTexts } from '../../rules/texts.js';
import { urlOf } from '../../urls.js';
import { fieldsOf, type StoredRule } from './rules.js';
import { texts } from './texts.js';

interface EditRuleProps {
  /** None for a new one. */
  rule?: StoredRule | undefined;
  /** Where a new one stands: before all others, as those for some people do. */
  position: number;
  onSaved: () => void;
}

/** A rule: for whom it is, tested on the leads there are, and who is given charge of them. */
export function EditRule({ rule, position, onSaved }: EditRuleProps) {
  const m = texts.value;
  const { site } = useSite();
  const { route } = useLocation();
  const { owners, ownerName } = useOwners();
  const known = new Set(owners.map(([email]) => email));
  const others = (rule?.owners ?? []).filter((email) => !known.has(email));
  const back = () => route(urlOf('/assignment', { site: site.id }));
  const values: Rule = rule
    ? fieldsOf(rule)
    : { name: '', position, filters: '', owners: [], isOn: true, isForPast: false };
  return (
    <section class="card" aria-label={rule?.name ?? ruleTexts.value.add}>
      <Form
        name={`rules ${site.id} ${rule?.id ?? 'new'}`}
        values={values}
        version={rule?.version}
        {...(!rule && { submit: ruleTexts.value.make })}
        check={({ name, owners }) => ({
          ...(!name.trim() && { name: m.nameMissing }),
          ...(owners.length === 0 && { owners: m.ownersMissing }),
        })}
        save={async (fields, version) => {
          if (rule)
            await saveRule(
              'rules',
              site.id,
              { id: rule.id, version: version ?? rule.version },
              fieldsOf(fields),
            );
          else await makeRule('rules', site.id, fieldsOf(fields));
        }}
        onSaved={() => {
          toast(messages.peek().saved);
          onSaved();
          back();
        }}
        onCancel={back}
      >
        <TextField
          name="name"
          label={ruleTexts.value.name}
          hint={m.nameHint}
          autocomplete="off"
          required
          maxLength={100}
        />
        <ConditionsField name="filters" hint={m.conditionsHint}>
          {(filters) => <Unassigned filters={filters} />}
        </ConditionsField>
        <ChoicesField
          name="owners"
          label={m.owners}
          hint={m.ownersHint}
          options={[...owners, ...others.map((email) => [email, ownerName(email)] as const)]}
        />
        <SwitchField name="isOn" label={m.isOn} hint={m.isOnHint} words={[m.on, m.off]} />
        <SwitchField name="isForPast" label={m.isForPast} hint={m.isForPastHint} words={[m.on, m.off]} />
      </Form>
    </section>
  );
}

/** Whom a rule that is for the past, too, would assign at once. */
function Unassigned({ filters }: { filters: string }) {
  const { value: isForPast } = useField('isForPast');
  if (!isForPast) return null;
  const asked = new URLSearchParams(filters);
  asked.append('was_assigned', 'false');
  return <Matching filters={asked.toString()} say={texts.value.unassigned} />;
}
