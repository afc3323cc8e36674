import './page.css';
import { useSignal } from '@preact/signals';
import { mayWriteAt } from '../../access.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { ErrorNotice } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { useFailure } from '../../components/useFailure.js';
import { useOwners } from '../../components/useOwners.js';
import { ApiError } from '../../http.js';
import { QueryList } from '../../lists/QueryList.js';
import { ContactDialog } from '../../people/acts/ContactDialog.js';
import { StepDialog } from '../../people/acts/StepDialog.js';
import { finish, whatOf } from '../../people/acts/steps.js';
import { texts as actTexts } from '../../people/acts/texts.js';
import { shortName } from '../../people/short_name.js';
import { me } from '../../session.js';
import { personUrl } from '../../urls.js';
import { Counts } from './Counts.js';
import { columnsOf, named, type StepRow } from './columns.js';
import { useMine } from './mine.js';
import { NothingDue } from './NothingDue.js';
import { texts } from './texts.js';

/** What is to be done next, by whom, and what is overdue: a rep's day. */
export function Page() {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const owners = useOwners();
  const open = useSignal<{ act: 'call' | 'step'; row: StepRow } | undefined>(undefined);
  const error = useFailure();
  const { isAll } = useMine();
  const mayAct = mayWriteAt(me.value?.access ?? [], site.id);
  const onClose = () => {
    open.value = undefined;
  };

  async function onDone({ person_id, step, at, what, rep }: StepRow) {
    error.value = undefined;
    try {
      await finish(site.id, person_id, { id: step, at, what, rep });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    }
  }
  const actions = (row: StepRow) => {
    const { step } = actTexts.value;
    const name = shortName(named(row));
    const button = (text: string, label: string, onClick: () => void) => (
      <button type="button" class="button button-small" aria-label={label} onClick={onClick}>
        {text}
      </button>
    );
    return (
      <>
        {row.step
          ? button(step.done, step.doneOf(whatOf(row)), () => onDone(row))
          : button(step.set, step.title(name), () => {
              open.value = { act: 'step', row };
            })}
        {button(actTexts.value.channels.call, actTexts.value.contact.title.call(name), () => {
          open.value = { act: 'call', row };
        })}
      </>
    );
  };
  const chosen = open.value;
  const whom = chosen && { id: chosen.row.person_id, name: shortName(named(chosen.row)) };
  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <Counts />
      <QueryList
        query="next_steps"
        label={usePageTitle()}
        columns={columnsOf(format, owners, useWide())}
        keyOf={({ row_id }) => row_id}
        href={({ person_id }) => personUrl(site.id, person_id)}
        usual={{ column: 'at', order: 'asc' }}
        search={{ label: m.search }}
        empty={<NothingDue />}
        {...(isAll && { nothing: m.empty.mine })}
        {...(mayAct && { actions, actionsWidth: 12 })}
      />
      {error.value && <ErrorNotice error={error.value} />}
      {chosen?.act === 'call' && whom && <ContactDialog channel="call" whom={whom} onClose={onClose} />}
      {chosen?.act === 'step' && whom && <StepDialog whom={whom} onClose={onClose} />}
    </>
  );
}
