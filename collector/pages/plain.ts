import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Language } from './language.js';

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
const headers: Record<string, string> = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

/** A page that needs none of the app: what it says stands in it. */
export const plainPage = (language: Language, title: string, body: unknown) =>
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

type Status = 200 | 400 | 404 | 503;

export function answerPage(c: Context, page: ReturnType<typeof plainPage>, status: Status = 200) {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return c.html(page, status);
}
