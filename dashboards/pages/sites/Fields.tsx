import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { ChoiceField } from '../../components/choice_fields.js';
import { currencies } from '../../components/currencies.js';
import { TextField } from '../../components/fields.js';
import { ListField } from '../../components/ListField.js';
import { SuggestField } from '../../components/SuggestField.js';
import { formatTag } from '../../i18n/locale.js';
import { AttributesField } from './AttributesField.js';
import { countries, timeZones } from './names.js';
import { texts } from './texts.js';

/** What a site is called, where its pages are, and how it counts. */
export function MainFields() {
  const m = texts.value;
  const tag = formatTag.value;
  const zones = useMemo(() => timeZones(tag), [tag]);
  const money = useMemo(() => currencies(tag), [tag]);
  return (
    <>
      <TextField name="name" label={m.name} hint={m.nameHint} autocomplete="off" required maxLength={200} />
      <ListField
        name="origins"
        label={m.origins}
        hint={m.originsHint}
        add={m.addOrigin}
        placeholder="https://www.example.com"
      />
      <div class="form-pair">
        <SuggestField name="timeZone" label={m.timeZone} hint={m.timeZoneHint} options={zones} />
        <SuggestField name="currency" label={m.currency} hint={m.currencyHint} options={money} />
      </div>
    </>
  );
}

/** The rest, which a site does without to begin with. */
export function MoreFields() {
  const m = texts.value;
  const tag = formatTag.value;
  const lands = useMemo(() => countries(tag), [tag]);
  return (
    <>
      <Group title={m.groups.sources}>
        <ListField
          name="ignoredReferrers"
          label={m.ignoredReferrers}
          hint={m.ignoredReferrersHint}
          add={m.addHost}
          placeholder="pay.example.com"
        />
        <ListField
          name="affiliateParameters"
          label={m.affiliateParameters}
          hint={m.affiliateParametersHint}
          add={m.addParameter}
          placeholder="partner"
        />
      </Group>
      <Group title={m.groups.privacy}>
        <ListField
          name="scrubParameters"
          label={m.scrubParameters}
          hint={m.scrubParametersHint}
          add={m.addParameter}
          placeholder="member"
        />
        <TextField
          name="cookieDomain"
          label={m.cookieDomain}
          hint={m.cookieDomainHint}
          autocomplete="off"
          spellcheck={false}
          placeholder="example.com"
        />
      </Group>
      <Group title={m.groups.people}>
        <ChoiceField
          name="country"
          label={m.country}
          hint={m.countryHint}
          options={lands}
          none={m.noCountry}
        />
        <ChoiceField
          name="salesShare"
          label={m.salesShare}
          hint={m.salesShareHint}
          options={Object.entries(m.salesShares)}
        />
        <AttributesField />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="form site-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
