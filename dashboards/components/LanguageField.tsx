import { languages } from '../i18n/locale.js';
import { SelectField } from './Field.js';

interface LanguageFieldProps {
  label: string;
  /** What no language means. */
  none: string;
  value: string | null | undefined;
}

/** The language of an account. */
export function LanguageField({ label, none, value }: LanguageFieldProps) {
  const chosen = value ?? '';
  return (
    <SelectField label={label} name="language" defaultValue={chosen}>
      <option value="" selected={chosen === ''}>
        {none}
      </option>
      {Object.entries(languages).map(([code, { name }]) => (
        <option key={code} value={code} lang={code} selected={code === chosen}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
