import { html } from 'hono/html';
import type { Language } from '../pages/language.js';
import { plainPage as page } from '../pages/plain.js';
import { textsIn } from './texts.js';

interface Shown {
  language: Language;
  /** What the site is called. */
  name: string;
  order: string;
  /** What was typed already, where something is amiss. */
  typed?: { rating: string; text: string };
  problem?: string;
}

export function formPage({ language, name, order, typed, problem }: Shown) {
  const m = textsIn(language);
  return page(
    language,
    m.title(name),
    html`<p>${m.order(order)}</p>
      ${problem === undefined ? '' : html`<p role="alert">${problem}</p>`}
      <form method="post">
        <fieldset>
          <legend>${m.rating}</legend>
          ${m.ratings.map(
            (text, at) => html`<label class="choice"
              ><input type="radio" name="rating" value="${at + 1}" ${typed?.rating === String(at + 1) ? 'checked' : ''} />
              ${at + 1} · ${text}</label
            >`,
          )}
        </fieldset>
        <label class="label" for="text">${m.text}</label>
        <textarea id="text" name="text" maxlength="10000">${typed?.text ?? ''}</textarea>
        <button type="submit">${m.send}</button>
      </form>`,
  );
}

export const thanksPage = (language: Language, name: string) =>
  page(language, textsIn(language).title(name), html`<p role="status">${textsIn(language).thanks}</p>`);

export const gonePage = (language: Language) =>
  page(language, 'Leadline', html`<p>${textsIn(language).gone}</p>`);
