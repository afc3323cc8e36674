import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Form } from '../../components/Form.js';
import { TextField } from '../../components/fields.js';
import { useSite } from '../../components/site.js';
import { toOrigin } from '../../origins/origins.js';
import { urlOf } from '../../urls.js';
import { makeSite, type SiteValues, valuesOf } from './data.js';
import { MainFields } from './Fields.js';
import { texts } from './texts.js';

const KEY = /^[\w.-]{1,64}$/;

/** A new site: its key, name, addresses and how it counts. The rest can wait. */
export function NewSite() {
  const m = texts.value;
  const { site, sites, reload } = useSite();
  const { route } = useLocation();
  const made = useSignal<string | undefined>(undefined);
  const isThere = sites.some(({ id }) => id === made.value);
  useEffect(() => {
    if (made.value && isThere) route(urlOf('/install', { site: made.value }));
  }, [isThere]);
  // As the site at hand: most owners have their sites in one place.
  const { timeZone, currency } = site;
  const values: SiteValues & { id: string } = { ...valuesOf({ origins: [''], timeZone, currency }), id: '' };
  return (
    <section class="card" aria-label={m.add}>
      <Form
        name="new site"
        values={values}
        submit={m.make}
        check={({ id }) => (KEY.test(id.trim()) ? {} : { id: m.keyWrong })}
        at={{ precondition_required: 'id' }}
        say={{ precondition_required: m.keyTaken }}
        save={async ({ id, ...fields }) => {
          // As people paste it: www.example.com/shop.
          const origins = fields.origins.map((text) => toOrigin(text) ?? text);
          await makeSite(id, { ...fields, origins });
          // It is installed next, once the list of sites has it.
          made.value = id.trim();
          reload();
        }}
        onCancel={() => route(urlOf('/sites', { site: site.id }))}
      >
        <TextField
          name="id"
          label={m.key}
          hint={m.keyHint}
          autocomplete="off"
          spellcheck={false}
          maxLength={64}
          required
          placeholder="example.com"
        />
        <MainFields />
      </Form>
    </section>
  );
}
