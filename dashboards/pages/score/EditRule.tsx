import { useLocation } from 'preact-iso';
import type { ScoreRule } from '../../../schemas/entities/score_rules.js';
import { Form } from '../../components/Form.js';
import { NumberField, TextField } from '../../components/fields.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { messages } from '../../i18n/locale.js';
import { ConditionsField } from '../../rules/ConditionsField.js';
import { makeRule, saveRule } from '../../rules/records.js';
import { texts as ruleTexts } from '../../rules/texts.js';
import { urlOf } from '../../urls.js';
import { fieldsOf, type StoredRule } from './rules.js';
import { texts } from './texts.js';

interface EditRuleProps {
  /** None for a new one. */
  rule?: StoredRule | undefined;
  onSaved: () => void;
}

/** A rule: for whom it is, tested on the leads there are, and what it is worth. */
export function EditRule({ rule, onSaved }: EditRuleProps) {
  const m = texts.value;
  const { site } = useSite();
  const { route } = useLocation();
  const back = () => route(urlOf('/score', { site: site.id }));
  const values: ScoreRule = rule ? fieldsOf(rule) : { name: '', points: 10, filters: '' };
  return (
    <section class="card" aria-label={rule?.name ?? ruleTexts.value.add}>
      <Form
        name={`scoreRules ${site.id} ${rule?.id ?? 'new'}`}
        values={values}
        version={rule?.version}
        {...(!rule && { submit: ruleTexts.value.make })}
        check={({ name, points }) => ({
          ...(!name.trim() && { name: m.nameMissing }),
          // A field that is empty, or holds no number, is none.
          ...(!Number.isInteger(points) && { points: m.pointsMissing }),
        })}
        save={async (fields, version) => {
          const body = fieldsOf(fields);
          if (rule)
            await saveRule('scoreRules', site.id, { id: rule.id, version: version ?? rule.version }, body);
          else await makeRule('scoreRules', site.id, body);
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
        <NumberField
          name="points"
          label={m.points}
          hint={m.pointsHint}
          min={-100}
          max={100}
          step={1}
          required
        />
        <ConditionsField name="filters" hint={m.conditionsHint} without="score" />
      </Form>
    </section>
  );
}
