import { byFetch, lead, type PageCase, send } from '../engines/page_case.js';

const ada = { email: 'ada@example.com' };
const password = (attributes = '') =>
  `<input type="password" name="password" value="hunter2hunter2" ${attributes}>`;
const never = ['hunter2hunter2'];

/** Forms with a password: the first two are how somebody becomes known, the others how they come back. */
export const logInPages: PageCase[] = [
  ...Object.entries({
    'by its button, an input': `<form>${lead}${password()}<input type="submit" id="send" value="Create account"></form>`,
    'by its address': `<form action="/accounts/register">${lead}${password()}<button>Go</button></form>`,
    'by its legend': `<form><fieldset><legend>Kayıt ol</legend>${lead}${password()}</fieldset><button>Devam</button></form>`,
    'by autocomplete': `<form id="login">${lead}${password('autocomplete="new-password"')}<button>Go</button></form>`,
    'by its button, in Spanish': `<form>${lead}${password()}<button><b>Crear</b> cuenta</button></form>`,
  }).map(
    ([how, body]): PageCase => ({
      name: `is a sign-up ${how}`,
      body: body + byFetch,
      act: ({ tab }) => tab.click('button,#send'),
      forms: [ada],
      never,
    }),
  ),
  ...Object.entries({
    'by autocomplete, whatever it is called': `<form id="new_user" class="signup">${lead}${password('autocomplete="current-password"')}<button>Create</button></form>`,
    'with a way to sign up beside it': `<form>${lead}${password()}<a href="/register">Sign up</a><button>Log in</button></form>`,
    'with a box to be remembered': `<form>${lead}${password()}<label><input type="checkbox" name="remember" checked> Stay</label><button>Go on</button></form>`,
    'that changes the password': `<form>${lead}${password('autocomplete="current-password"')}${password('autocomplete="new-password"')}<button>Save</button></form>`,
    'made of components': `<form><x-field name="email" type="email" value="ada@example.com"></x-field><x-field name="password" type="password" value="hunter2hunter2"></x-field><button>Go on</button></form>
      <script>customElements.define('x-field', class extends HTMLElement {
        static formAssociated = true;
        internals = this.attachInternals();
        get value() { return this.getAttribute('value'); }
        get type() { return this.getAttribute('type'); }
        get name() { return this.getAttribute('name'); }
        connectedCallback() { this.internals.setFormValue(this.value); }
      })</script>`,
  }).map(
    ([how, body]): PageCase => ({
      name: `is a log-in ${how}`,
      body: body + byFetch,
      act: send,
      never: [...never, 'ada@example.com'],
    }),
  ),
];
