import { useSignal } from '@preact/signals';
import { seesOwnOnly } from '../../../access.js';
import type { Person } from '../../../api.js';
import { Icon, type IconName } from '../../../components/Icon.js';
import { useSite } from '../../../components/site.js';
import { OrderDialog } from '../../../orders/acts/OrderDialog.js';
import { texts as orderTexts } from '../../../orders/acts/texts.js';
import { ContactDialog } from '../../../people/acts/ContactDialog.js';
import { OwnerDialog } from '../../../people/acts/OwnerDialog.js';
import { StatusDialog } from '../../../people/acts/StatusDialog.js';
import { StepDialog } from '../../../people/acts/StepDialog.js';
import { texts as actTexts } from '../../../people/acts/texts.js';
import type { Channel } from '../../../people/acts/whom.js';
import { shortName } from '../../../people/short_name.js';
import { me } from '../../../session.js';
import { texts } from './texts.js';

type Act = Channel | 'step' | 'status' | 'owner' | 'order';

const CONTACTS: readonly (readonly [Channel, IconName])[] = [
  ['call', 'phone'],
  ['visit', 'visit'],
  ['meeting', 'leads'],
  ['note', 'note'],
];

const isChannel = (act: Act | undefined): act is Channel => CONTACTS.some(([channel]) => channel === act);

/** What can be done with a person, each by a dialog. */
export function Actions({ person, onJoin }: { person: Person; onJoin: () => void }) {
  const m = actTexts.value;
  const { site } = useSite();
  // Whoever sees their own people alone writes no money.
  const maySell = !seesOwnOnly(me.value?.access ?? [], site.id);
  const open = useSignal<Act | undefined>(undefined);
  const onClose = () => {
    open.value = undefined;
  };
  const button = (act: Act, text: string, icon?: IconName) => (
    <button
      key={act}
      type="button"
      class="button"
      onClick={() => {
        open.value = act;
      }}
    >
      {icon && <Icon name={icon} />}
      {text}
    </button>
  );
  const name = shortName(person);
  const whom = { id: person.person_id, name };
  const act = open.value;
  return (
    <>
      {CONTACTS.map(([channel, icon]) => button(channel, m.channels[channel], icon))}
      {button('step', m.step.set)}
      {maySell && button('order', orderTexts.value.add.action, 'order')}
      {button('status', m.status.action)}
      {button('owner', m.owner.action)}
      <button type="button" class="button" onClick={onJoin}>
        {texts.value.join}
      </button>
      {act === 'step' && <StepDialog whom={whom} onClose={onClose} />}
      {act === 'status' && <StatusDialog people={[person]} name={name} onClose={onClose} />}
      {act === 'owner' && <OwnerDialog people={[person]} name={name} onClose={onClose} />}
      {act === 'order' && <OrderDialog whom={whom} onClose={onClose} />}
      {isChannel(act) && <ContactDialog channel={act} whom={whom} onClose={onClose} />}
    </>
  );
}
