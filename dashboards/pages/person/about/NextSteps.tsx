import { useSignal } from '@preact/signals';
import type { Person } from '../../../api.js';
import { ErrorNotice } from '../../../components/Notice.js';
import { useFormat, useSite } from '../../../components/site.js';
import { UserText } from '../../../components/Text.js';
import { useFailure } from '../../../components/useFailure.js';
import { ApiError } from '../../../http.js';
import { StepDialog } from '../../../people/acts/StepDialog.js';
import { finish, type Step, stepsOf, whatOf } from '../../../people/acts/steps.js';
import { texts } from '../../../people/acts/texts.js';
import { shortName } from '../../../people/short_name.js';

interface NextStepsProps {
  person: Person;
  ownerName: (owner: string) => string;
  /** They may write of the person. */
  mayAct: boolean;
}

/** What is to be done next, the earliest first, each done or changed in one go. */
export function NextSteps({ person, ownerName, mayAct }: NextStepsProps) {
  const m = texts.value.step;
  const { site } = useSite();
  const changed = useSignal<Step | undefined>(undefined);
  const error = useFailure();
  const steps = stepsOf(person);

  async function onDone(step: Step) {
    error.value = undefined;
    try {
      await finish(site.id, person.person_id, step);
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    }
  }

  if (steps.length === 0) return null;
  return (
    <section aria-label={m.open}>
      <ul class="next-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <StepLine step={step} ownerName={ownerName} />
            {mayAct && (
              <span class="actions">
                <button
                  type="button"
                  class="button button-small"
                  aria-label={m.doneOf(whatOf(step))}
                  onClick={() => onDone(step)}
                >
                  {m.done}
                </button>
                <button
                  type="button"
                  class="button button-small"
                  aria-label={m.changeOf(whatOf(step))}
                  onClick={() => {
                    changed.value = step;
                  }}
                >
                  {m.change}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {error.value && <ErrorNotice error={error.value} />}
      {changed.value && (
        <StepDialog
          whom={{ id: person.person_id, name: shortName(person) }}
          step={changed.value}
          onClose={() => {
            changed.value = undefined;
          }}
        />
      )}
    </section>
  );
}

function StepLine({ step, ownerName }: { step: Step } & Pick<NextStepsProps, 'ownerName'>) {
  const m = texts.value.step;
  const format = useFormat();
  const isOverdue = step.at < Date.now();
  return (
    <span>
      <span class="muted">{m.set}: </span>
      <strong>
        <UserText>{whatOf(step)}</UserText>
      </strong>{' '}
      <span class="muted">
        {format.shortDateTime(step.at)}
        {step.rep && (
          <>
            {' · '}
            <UserText>{ownerName(step.rep)}</UserText>
          </>
        )}
      </span>{' '}
      {isOverdue && <span class="tag tag-bad">{m.overdue}</span>}
    </span>
  );
}
