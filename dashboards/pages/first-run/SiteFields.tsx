import { useMemo } from 'preact/hooks';
import { Field, SelectField } from '../../components/Field.js';
import type { Submit } from '../../components/useSubmit.js';
import { formatTag } from '../../i18n/locale.js';
import { choices, currencyOf } from './propose.js';
import { texts } from './texts.js';

interface SiteFieldsProps extends Pick<Submit, 'problemOf'> {
  id: string;
  onId: (id: string) => void;
  onOrigin: (text: string) => void;
}

export function SiteFields({ id, onId, onOrigin, problemOf }: SiteFieldsProps) {
  const m = texts.value;
  return (
    <>
      <Field
        label={m.siteName}
        hint={m.siteNameHint}
        name="site.name"
        autocomplete="off"
        required
        problem={problemOf('site.name')}
      />
      <Field
        label={m.origin}
        hint={m.originHint}
        name="site.origins"
        inputMode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        required
        onInput={(event) => onOrigin(event.currentTarget.value)}
        problem={problemOf('site.origins')}
      />
      <Field
        label={m.id}
        hint={m.idHint}
        name="site.id"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        required
        value={id}
        onInput={(event) => onId(event.currentTarget.value)}
        problem={problemOf('site.id')}
      />
      <Proposed />
    </>
  );
}

function Proposed() {
  const m = texts.value;
  const tag = formatTag.value;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const currency = currencyOf(navigator.languages);
  const names = useMemo(() => new Intl.DisplayNames(tag, { type: 'currency' }), [tag]);
  return (
    <>
      <SelectField label={m.timeZone} hint={m.timeZoneHint} name="site.timeZone" defaultValue={zone}>
        {choices('timeZone', zone).map((name) => (
          <option key={name} value={name} selected={name === zone}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <SelectField label={m.currency} name="site.currency" defaultValue={currency}>
        {choices('currency', currency).map((code) => (
          <option key={code} value={code} selected={code === currency}>
            {code} · {names.of(code)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
