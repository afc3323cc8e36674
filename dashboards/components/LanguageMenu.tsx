import { type Language, language, languages, messages } from '../i18n/locale.js';
import { chooseLanguage } from '../session.js';

/** Each language is named in itself, so that a reader who is lost finds theirs. */
export function LanguageMenu() {
  return (
    <label class="field language-menu">
      <span>{messages.value.language}</span>
      <select
        value={language.value}
        onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
      >
        {Object.entries(languages).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
