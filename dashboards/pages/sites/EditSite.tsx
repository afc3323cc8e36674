import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { ownsAll } from '../../access.js';
import { deleteRecord, type Site } from '../../api.js';
import { Confirm } from '../../components/Confirm.js';
import { Form } from '../../components/Form.js';
import { useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { toast } from '../../components/toast.js';
import { messages } from '../../i18n/locale.js';
import { me } from '../../session.js';
import { changeSite, valuesOf } from './data.js';
import { MainFields, MoreFields } from './Fields.js';
import { IdentitySecret } from './IdentitySecret.js';
import { texts } from './texts.js';

/** All settings of a site. */
export function EditSite({ site }: { site: Site }) {
  const m = texts.value;
  const { reload } = useSite();
  return (
    <>
      <section class="card" aria-labelledby="settings">
        <h2 id="settings">{m.settings}</h2>
        <p class="muted">{m.keyIs(<UserText>{site.id}</UserText>)}</p>
        <Form
          name={`sites ${site.id}`}
          values={valuesOf(site)}
          valuesOf={valuesOf}
          version={site.version}
          save={(values, version) => changeSite(site.id, version ?? site.version, values)}
          onSaved={() => {
            toast(messages.peek().saved);
            reload();
          }}
        >
          <MainFields />
          <MoreFields />
        </Form>
      </section>
      <IdentitySecret site={site} />
      {ownsAll(me.value?.access ?? []) && <Removal site={site} />}
    </>
  );
}

/** Takes the site away, after a question that says what happens. */
function Removal({ site }: { site: Site }) {
  const m = texts.value;
  const { site: chosen, sites, reload } = useSite();
  const { route } = useLocation();
  const isAsking = useSignal(false);

  async function run() {
    await deleteRecord('sites', site);
    const next = sites.find(({ id }) => id !== site.id && (chosen.id === site.id || id === chosen.id));
    route(next ? `/sites?site=${encodeURIComponent(next.id)}` : '/sites');
    toast(m.removed(site.name));
    reload();
  }

  return (
    <section class="card" aria-labelledby="removal">
      <h2 id="removal">{m.removal}</h2>
      <p>{m.removalText}</p>
      <div class="actions">
        <button
          type="button"
          class="button button-bad"
          onClick={() => {
            isAsking.value = true;
          }}
        >
          {m.removeSite}
        </button>
      </div>
      {isAsking.value && (
        <Confirm
          title={m.removeQuestion(site.name)}
          action={m.removeSite}
          run={run}
          onClose={() => {
            isAsking.value = false;
          }}
        >
          <p>{m.removalText}</p>
        </Confirm>
      )}
    </section>
  );
}
