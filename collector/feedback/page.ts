import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { type Language, textsIn } from './texts.js';

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
fieldset { display: flex; flex-wrap: wrap; gap: 0.5rem; border: 0; margin: 0 0 1.5rem; padding: 0; }
legend, .label { display: block; margin-bottom: 0.5rem; font-weight: 600; }
.choice { display: flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; padding: 0 0.75rem;
  border: 1px solid GrayText; border-radius: 0.5rem; cursor: pointer; }
.choice:has(:checked) { border-color: AccentColor; outline: 1px solid AccentColor; }
textarea { box-sizing: border-box; width: 100%; min-height: 8rem; padding: 0.5rem; font: inherit; }
button { min-height: 2.75rem; margin-top: 1rem; padding: 0 1.5rem; font: inherit; font-weight: 600; }
[role=alert] { border-inline-start: 0.25rem solid #c62828; padding-inline-start: 0.75rem; }
`;

/** Nothing runs here, and nothing is fetched; the form goes back to its own address. */
export const feedbackHeaders: Record<string, string> = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

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

const page = (language: Language, title: string, body: unknown) =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
