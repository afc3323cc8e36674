import { describe, expect, it } from 'vitest';
import { type Arrived, html } from './pages.js';
import { errors, fence, page, poll, ready, site } from './sdk_page.js';

/** Opens a page with this body and waits until the script runs. */
async function openForm(body: string): Promise<void> {
  site.page('/', html(body, site.tag()));
  site.page('/thanks', html('<h1>Thanks</h1>', site.tag()));
  await page.goto(`${site.origin}/`);
  await ready();
}
interface Submitted extends Arrived {
  form: {
    id?: string;
    name?: string;
    action?: string;
    fields: Record<string, unknown>;
    hints: Record<string, unknown>;
  };
}
const submitted = () => site.events('form_submit') as Submitted[];

/** Exactly these submissions arrived, by their fields. */
async function expectFields(...fields: Record<string, unknown>[]): Promise<void> {
  await fence();
  // A lead goes in a request of its own, which the fence's may overtake.
  await poll(() => submitted().length >= fields.length).toBe(true);
  expect(submitted().map(({ form }) => form.fields)).toEqual(fields);
}

const lead = '<input name="email" type="email" value="ada@example.com">';
const byFetch = `<script>document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault(); fetch('/api', { method: 'POST', body: new FormData(event.target) }); event.target.reset();
})</script>`;

describe('a submission', () => {
  it('arrives when the page leaves at once', async () => {
    await openForm(
      `<form id="contact" name="main" action="/thanks" method="post">${lead}<button name="go" value="1">Send</button></form>`,
    );
    await page.click('button');
    await page.waitForURL('**/thanks');
    await expectFields({ email: 'ada@example.com', go: '1' });
    expect(submitted()[0]).toMatchObject({
      url: `${site.origin}/`,
      form: {
        id: 'contact',
        name: 'main',
        action: `${site.origin}/thanks`,
        hints: { email: { type: 'email' } },
      },
    });
    expect(site.posts).toHaveLength(1);
  });

  it('arrives when a handler takes it over with fetch, and clears the form', async () => {
    await openForm(`<form>${lead}<button>Send</button></form>${byFetch}`);
    await page.fill('input', 'grace@example.com');
    await page.click('button');
    await expectFields({ email: 'grace@example.com' });
    await poll(() => site.posts.length).toBe(1);
  });

  it('arrives by the Enter key, although handlers stop the propagation', async () => {
    await openForm(`<form action="/thanks">${lead}<button>Send</button></form>
      <script>addEventListener('submit', (event) => event.stopImmediatePropagation());
      document.querySelector('form').addEventListener('submit', (event) => event.stopImmediatePropagation(), true);</script>`);
    await page.press('input', 'Enter');
    await page.waitForURL('**/thanks*');
    await expectFields({ email: 'ada@example.com' });
  });

  it('arrives from form.submit() and requestSubmit(), which a script calls', async () => {
    await openForm(`<form id="a" action="/thanks" method="post">${lead}</form><iframe name="frame"></iframe>
      <form id="b" target="frame" action="/framed" method="post"><input name="phone" value="+353 20 912 0147"></form>`);
    await page.evaluate(() => {
      (document.getElementById('b') as HTMLFormElement).requestSubmit();
      // They are told apart by the millisecond.
      return new Promise((resolve) => setTimeout(resolve, 5));
    });
    await page.evaluate(() => (document.getElementById('a') as HTMLFormElement).submit());
    await page.waitForURL('**/thanks');
    await expectFields({ phone: '+353 20 912 0147' }, { email: 'ada@example.com' });
  });

  it('is one when a handler stops it, checks, and submits by script', async () => {
    await openForm(`<form action="/thanks" method="post">${lead}<button>Send</button></form>
      <script>document.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault(); setTimeout(() => event.target.submit(), 50);
      })</script>`);
    await page.click('button');
    await page.waitForURL('**/thanks');
    await expectFields({ email: 'ada@example.com' });
  });

  it('is one when the button is clicked twice, two when the answers differ', async () => {
    await openForm(
      `<form>${lead}<button>Send</button></form><script>addEventListener('submit', (event) => event.preventDefault())</script>`,
    );
    await page.dblclick('button');
    await page.fill('input', 'grace@example.com');
    await page.click('button');
    await expectFields({ email: 'ada@example.com' }, { email: 'grace@example.com' });
  });

  it('keeps its values when a handler removes the form', async () => {
    await openForm(`<form>${lead}<button>Send</button></form>
      <script>document.querySelector('form').onsubmit = (event) => { event.preventDefault(); event.target.remove(); }</script>`);
    await page.click('button');
    await expectFields({ email: 'ada@example.com' });
  });

  it('leaves errors of the page to the page', async () => {
    await openForm(`<form action="/thanks">${lead}<button>Send</button></form>
      <script>document.querySelector('form').onsubmit = () => { throw new Error('of the page') }</script>`);
    await page.click('button');
    await page.waitForURL('**/thanks*');
    await expectFields({ email: 'ada@example.com' });
    expect(errors.splice(0)).toEqual(['of the page']);
  });

  it('survives controls named like the properties of a form', async () => {
    const names = [
      'submit',
      'id',
      'name',
      'elements',
      'action',
      'method',
      'matches',
      'closest',
      'getAttribute',
      'querySelector',
      '__proto__',
    ];
    await openForm(`<form id="clobbered" action="/thanks" method="post">
      ${names.map((name) => `<input name="${name}" value="${name}!">`).join('')}<button>Send</button></form>`);
    // Not by page.click: Playwright's own script stumbles over such a form.
    await page.evaluate(() => document.querySelector('button')?.click());
    await page.waitForURL('**/thanks');
    await fence();
    expect(submitted()).toHaveLength(1);
    expect(Object.entries(submitted()[0]?.form.fields ?? {})).toEqual(
      names.map((name) => [name, `${name}!`]),
    );
    expect(submitted()[0]?.form.id).toBe('clobbered');
  });
});

describe('a form', () => {
  /** A custom element with an open shadow tree, in which there is another one. */
  const inShadow = `<script>
    customElements.define('lead-form', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<form action="/thanks">${lead}<button>Send</button></form>'; }
    });
    customElements.define('lead-box', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<lead-form></lead-form>'; }
    });</script>`;

  it.each(['lead-form', 'lead-box'])('in the shadow tree of a %s is captured by click', async (name) => {
    await openForm(`<${name}></${name}>${inShadow}`);
    await page.click('button');
    await page.waitForURL('**/thanks*');
    await expectFields({ email: 'ada@example.com' });
  });

  it('in a shadow tree is captured by the Enter key', async () => {
    await openForm(`<lead-form></lead-form>${inShadow}`);
    await page.press('input', 'Enter');
    await page.waitForURL('**/thanks*');
    await expectFields({ email: 'ada@example.com' });
  });

  it('that was inserted later is captured, and of several the one that was sent', async () => {
    await openForm(
      `<form><input name="email" value="other@example.com"><button>Other</button></form><div id="place"></div>`,
    );
    await page.evaluate((lead) => {
      (document.getElementById('place') as HTMLElement).innerHTML =
        `<form id="late" action="/thanks">${lead}<button id="late-send">Send</button></form>`;
    }, lead);
    await page.click('#late-send');
    await page.waitForURL('**/thanks*');
    await expectFields({ email: 'ada@example.com' });
    expect(submitted()[0]?.form.id).toBe('late');
  });

  it('with steps is one submission at its end', async () => {
    await openForm(`<form action="/thanks"><fieldset>${lead}<button type="button" id="next">Next</button></fieldset>
      <fieldset hidden><input name="company" value="ACME"><button id="send">Send</button></fieldset></form>
      <script>next.onclick = () => { for (const step of document.querySelectorAll('fieldset')) step.hidden = !step.hidden }</script>`);
    await page.click('#next');
    await page.click('#send');
    await page.waitForURL('**/thanks*');
    await expectFields({ email: 'ada@example.com', company: 'ACME' });
  });

  it('that is none is captured by a call', async () => {
    await openForm(`<div id="quote"><label>E-mail <input id="mail" value="ada@example.com"></label><input type="password" value="hunter2hunter2">
      <textarea name="message">Hello</textarea><button type="button">Ask</button></div>
      <script>document.querySelector('button').onclick = () => { leadline('form', document.getElementById('quote')); quote.remove() }</script>`);
    await page.click('button');
    await expectFields({ mail: 'ada@example.com', message: 'Hello' });
    expect(submitted()[0]?.form.id).toBe('quote');
  });

  it.each([
    ['with an e-mail and a password', '<input type="password" name="p" value="hunter2hunter2">'],
    [
      'with a password to repeat',
      '<input type="password" name="password" value="hunter2hunter2"><input type="password" name="password2" value="hunter2hunter2">',
    ],
    [
      'whose password is new',
      '<input type="password" name="password" autocomplete="new-password" value="hunter2hunter2">',
    ],
  ])('to sign up %s is a lead', async (_name, password) => {
    const button = /new-|password2/.test(password) ? 'OK' : 'Sign up';
    await openForm(`<form>${lead}${password}<button>${button}</button></form>${byFetch}`);
    await page.click('button');
    await expectFields({ email: 'ada@example.com' });
  });

  it('that also asks for a card is a lead without it', async () => {
    await openForm(`<form>${lead}<input name="name" value="Ada"><input name="company" value="ACME">
      <input autocomplete="cc-number" value="4111111111111111"><input autocomplete="cc-csc" value="123"><button>Order</button></form>${byFetch}`);
    await page.click('button');
    await expectFields({ email: 'ada@example.com', name: 'Ada', company: 'ACME' });
  });

  it('with data-leadline-fields sends only those', async () => {
    await openForm(
      `<main data-leadline-fields="email, topic"><form>${lead}<input name="diagnosis" value="private"><input name="topic" value="Prices"><button>Send</button></form></main>${byFetch}`,
    );
    await page.click('button');
    await expectFields({ email: 'ada@example.com', topic: 'Prices' });
    expect(JSON.stringify(site.batches)).not.toMatch(/diagnosis|private/);
  });
});

describe('no event', () => {
  it.each([
    ['the form is invalid', `<form>${lead}<input name="name" required><button>Send</button></form>`],
    [
      'its own validation marks a field',
      `<form novalidate>${lead}<button>Send</button></form><script>document.querySelector('form').onsubmit = (event) => {
        event.preventDefault(); document.querySelector('input').setAttribute('aria-invalid', 'true'); }</script>`,
    ],
    [
      'it closes a dialog',
      `<dialog open><form method="dialog">${lead}<button>Close</button></form></dialog>`,
    ],
    ['it is ignored', `<div data-leadline-ignore><form>${lead}<button>Send</button></form></div>${byFetch}`],
    [
      'it is a search',
      `<form role="search"><input name="text" value="x"><button>Go</button></form>${byFetch}`,
    ],
    ['it searches by its name', `<form><input name="q" value="x"><button>Go</button></form>${byFetch}`],
    [
      'it is a log-in',
      `<form>${lead}<input type="password" name="p" value="secret"><button>Log in</button></form>${byFetch}`,
    ],
    [
      'it is a log-in by user name',
      `<form><input name="username" value="ada"><input type="password" name="password" value="secret"><label><input type="checkbox" name="remember"> Stay</label><button>Go</button></form>${byFetch}`,
    ],
    [
      'it begins a log-in',
      `<form><input name="user" autocomplete="username" value="ada@example.com"><button>Next</button></form>${byFetch}`,
    ],
    [
      'it asks for a code alone',
      `<form><input name="code" autocomplete="one-time-code" value="424242"><button>Check</button></form>${byFetch}`,
    ],
    [
      'it is a payment',
      `<form><input autocomplete="cc-name" value="ADA"><input autocomplete="cc-number" value="4111111111111111"><input autocomplete="cc-exp" value="12/30">
       <input autocomplete="cc-csc" value="123"><input name="zip" value="28001"><button>Pay</button></form>${byFetch}`,
    ],
    [
      'a script only dispatches it',
      `<form>${lead}<button type="button" onclick="this.form.dispatchEvent(new Event('submit', { cancelable: true }))">Send</button></form>`,
    ],
  ])('when %s', async (_name, html) => {
    await openForm(html);
    await page.click('button');
    await expectFields();
  });
});

describe('fields', () => {
  it('are read as the form would send them', async () => {
    await openForm(`<form id="f" action="/thanks" method="post"><label>Work e-mail <input name="email" type="email" autocomplete="work email" value="a@example.com"></label>
      <input type="checkbox" name="topic" value="a" checked><input type="checkbox" name="topic" value="b"><input type="checkbox" name="topic" value="c" checked>
      <input type="checkbox" name="day" value="mon" checked><input type="checkbox" name="day" value="tue">
      <label><input type="checkbox" name="consent" checked> You may write to me</label>
      <input type="radio" name="plan" value="s"><input type="radio" name="plan" value="m" checked><input type="radio" name="plan" value="l">
      <label>Country <select name="country"><option>Spain<option selected value="tr">Türkiye</select></label>
      <select name="seats" multiple><option selected>1<option>2<option selected>3</select>
      <input name="csrf" type="hidden" value="token"><input name="off" value="off" disabled>
      <fieldset disabled><input name="off2" value="off"></fieldset><input name="own" value="mine" data-leadline-ignore>
      <input type="file" name="cv"><textarea name="message">Hello
there</textarea><button name="go" value="no">No</button><button name="go" value="yes" id="send">Yes</button></form>
      <input name="outside" form="f" value="out">`);
    await page.setInputFiles('[type=file]', {
      name: 'cv.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('secret'),
    });
    await page.click('#send');
    await page.waitForURL('**/thanks');
    await expectFields({
      email: 'a@example.com',
      topic: ['a', 'c'],
      day: 'mon',
      consent: 'on',
      plan: 'm',
      country: 'tr',
      seats: ['1', '3'],
      cv: 'cv.pdf (application/pdf, 6 bytes)',
      message: 'Hello\nthere',
      go: 'yes',
      outside: 'out',
    });
    expect(submitted()[0]?.form.hints).toMatchObject({
      email: { type: 'email', autocomplete: 'work email', label: 'Work e-mail' },
      consent: { type: 'checkbox', label: 'You may write to me' },
      country: { label: expect.stringMatching(/^Country/) },
    });
  });

  it('without a name are kept under an id or a label', async () => {
    await openForm(
      `<form><input id="mail" value="a@example.com"><input aria-label="Your company" value="ACME"><button>Send</button></form>${byFetch}`,
    );
    await page.click('button');
    await expectFields({ mail: 'a@example.com', 'Your company': 'ACME' });
  });

  it('that are secret never leave, and never cost the lead', async () => {
    await openForm(`<form id="f" method="post" action="/thanks">${lead}
      <input type="password" name="p" value="hunter2hunter2"><input type="password" name="toggled">
      <input name="card" value="4111 1111 1111 1111"><input name="cvv" value="987"><label>CVC <input name="field_9" value="986"></label>
      <input name="x" autocomplete="cc-name" value="ADA LOVELACE"><input name="code" autocomplete="one-time-code" value="424242">
      <input name="experience" value="10 years"><input name="passenger" value="Grace"><input name="compass" value="north">
      <textarea name="message">My card is 4111-1111-1111-1111, call +353 20 912 0147. TC 10000000146</textarea><button>Sign up</button></form>`);
    await page.fill('[name=toggled]', 'correct horse');
    await page.evaluate(() => document.querySelector('[name=toggled]')?.setAttribute('type', 'text'));
    await page.click('button');
    await page.waitForURL('**/thanks');
    await expectFields({
      email: 'ada@example.com',
      // Its name would do for a greeting card; its value tells.
      card: '****',
      experience: '10 years',
      passenger: 'Grace',
      compass: 'north',
      message: 'My card is ****, call +353 20 912 0147. TC ****',
    });
    // Times, ids and ports have digits of their own.
    const sent = JSON.stringify(site.batches, (key, value) =>
      ['id', 'ts', 'sent', 'visitor'].includes(key) ? undefined : value,
    ).replaceAll(site.origin, '');
    expect(sent).toContain('passenger');
    expect(sent).not.toMatch(/hunter2|correct horse|1111|98[67]|LOVELACE|424242|10000000146/);
  });

  it('with a copy of the password never leave, nor one that was shown from the start', async () => {
    await openForm(`<form id="f" method="post" action="/thanks">${lead}<input type="password" id="pw" name="secret1" value="correct horse">
      <input name="mirror" value="correct horse"><textarea name="note">I chose correct horse today</textarea><button type="button" id="show">Show</button><button>Register</button></form>
      <script>show.onclick = () => { pw.type = 'text'; pw.setAttribute('data-value', pw.value) }</script>`);
    await page.click('#show');
    await page.click('text=Register');
    await page.waitForURL('**/thanks');
    await expectFields({ email: 'ada@example.com', mirror: '****', note: 'I chose **** today' });
    expect(JSON.stringify(site.batches)).not.toContain('correct horse');
  });

  it('with half a character arrive', async () => {
    await openForm(
      `<form action="/thanks" method="post">${lead}<textarea name="message"></textarea><button>Send</button></form>`,
    );
    await page.evaluate(() => {
      (document.querySelector('textarea') as HTMLTextAreaElement).value = 'a\ud83d b';
    });
    await page.click('button');
    await page.waitForURL('**/thanks');
    await fence();
    expect(submitted()[0]?.form.fields.message).toMatch(/^a.{1,3} b$/);
  });

  it('of 100 KB are cut, and the lead arrives', async () => {
    await openForm(
      `<form action="/thanks" method="post">${lead}<textarea name="message"></textarea><button>Send</button></form>`,
    );
    await page.fill('textarea', 'ş'.repeat(100_000));
    await page.click('button');
    await page.waitForURL('**/thanks');
    await expectFields({ email: 'ada@example.com', message: 'ş'.repeat(10_000) });
  });
});
