import { byFetch, lead, type PageCase, send, sendAndReach, stay } from '../engines/page_case.js';

const ada = { email: 'ada@example.com' };
const password = 'hunter2hunter2';
const [card, iban, kimlik] = ['4111 1111 1111 1111', 'DE89 3704 0044 0532 0130 00', '10000000146'];

/** Passwords that somebody wants to see, and numbers wherever they stand. */
export const secretPages: PageCase[] = [
  {
    name: 'a password whose field gives way to another one',
    body: `<form>${lead}<p><input type="password" name="key" autocomplete="new-password"></p><b>Show</b><button>Sign up</button></form>
      <script>document.querySelector('b').onclick = () => {
        const { value } = document.querySelector('[name=key]');
        document.querySelector('p').innerHTML = '<input name="shown">';
        document.querySelector('[name=shown]').value = value;
      }</script>${byFetch}`,
    async act(visit) {
      await visit.tab.fill('[name=key]', password);
      await visit.tab.click('b');
      await send(visit);
    },
    forms: [{ ...ada, shown: '****' }],
    never: [password],
  },
  {
    name: 'a password that a browser filled in and a script shows at once',
    body: `<form>${lead}<input type="password" name="key" value="${password}"><button>Sign up</button></form>${byFetch}`,
    async act(visit) {
      await visit.tab.evaluate(`void document.querySelector('[name=key]').setAttribute('type', 'text')`);
      await send(visit);
    },
    forms: [ada],
    never: [password],
  },
  {
    name: 'a password that a press of its button shows, before any click has come',
    body: `<form>${lead}<input type="password" name="key" value="${password}"><i>Show</i><button>Sign up</button></form>
      <script>document.querySelector('i').onpointerdown = () => { document.querySelector('[name=key]').type = 'text'; }</script>${byFetch}`,
    async act(visit) {
      await visit.tab.click('i');
      await send(visit);
    },
    forms: [ada],
    never: [password],
  },
  {
    name: 'a password in a field that came later and is shown by the script that made it',
    body: `<form>${lead}<p></p><button>Sign up</button></form>${byFetch}`,
    async act(visit) {
      await visit.tab.evaluate(`(() => {
        document.querySelector('p').innerHTML = '<input type="password" name="key" value="${password}">';
        document.querySelector('[name=key]').type = 'text';
      })()`);
      await send(visit);
    },
    forms: [ada],
    never: [password],
  },
  {
    name: 'a password in a shadow tree, shown',
    body: `<x-form></x-form><script>customElements.define('x-form', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML = '<form>${lead}<input type="password" name="key" value="${password}"><i>Show</i><button>Sign up</button></form>';
        this.shadowRoot.addEventListener('submit', (event) => event.preventDefault());
        this.shadowRoot.querySelector('i').onclick = () => { this.shadowRoot.querySelector('[name=key]').type = 'text'; };
      }
    })</script>${stay}`,
    async act(visit) {
      await visit.tab.click('i');
      await send(visit);
    },
    forms: [ada],
    never: [password],
  },
  {
    name: 'what is shown as dots',
    body: `<style>.dots { -webkit-text-security: disc }</style><form>${lead}<input class="dots" name="answer" value="${password}"><button>Send</button></form>${byFetch}`,
    act: send,
    forms: [ada],
    never: [password],
  },
  {
    name: 'what a form leaves out and its address tells',
    body: `<form action="/thanks">${lead}<input type="password" name="user[key]" value="${password}"><input name="own note" value="private-note" data-leadline-ignore>
      <input name="company" value="ACME"><button>Register</button></form>`,
    act: sendAndReach('/thanks'),
    forms: [{ ...ada, company: 'ACME' }],
    views: ['/', '/thanks'],
    never: [password, 'private-note'],
  },
  {
    name: 'numbers in titles, labels, options, legends and link texts',
    head: `<script>document.title = 'Card ${card}'</script>`,
    body: `<form id="f"><fieldset><legend>Of ${iban}</legend><label><input type="radio" name="pay" value="a" checked> With ${card}</label></fieldset>
      <label>Account ${iban} <input name="sum" value="12"></label><input name="who" placeholder="T.C. ${kimlik}" value="x">
      <select name="from"><option value="b">${iban}</option></select><input name="email" value="ada@example.com"><button>Send</button></form>
      <a href="https://out.example/">Pay ${card}</a>${stay}`,
    async act(visit) {
      await visit.tab.click('a');
      await send(visit);
    },
    forms: [{ pay: 'a', sum: '12', who: 'x', from: 'b', ...ada }],
    links: ['https://out.example/'],
    never: [card, iban, kimlik],
  },
  {
    name: 'numbers on a page with arrays of its own making',
    head: `<script>
      Array.prototype.reduce = function () { return this[0]; };
      Array.prototype.sum = Array.prototype.each = function () {};
      Array.from = (list) => list;
      Function.prototype.bind = ((bind) => function (...args) { return args.length < 2 && args[0] === undefined ? this : bind.apply(this, args); })(Function.prototype.bind);
    </script>`,
    body: `<form>${lead}<textarea name="message">Card ${card}, account ${iban}, TC ${kimlik}</textarea><button>Send</button></form>${byFetch}`,
    act: send,
    forms: [{ ...ada, message: 'Card ****, account ****, TC ****' }],
    never: [card, iban, kimlik],
  },
  {
    name: 'codes and cards by the names of their fields',
    body: `<form>${lead}<input name="cvn" value="735"><input name="2fa" value="918274"><label>Güvenlik kodu <input name="a" value="918275"></label>
      <label>Código de acceso <input name="b" value="918276"></label><input name="cc_email" value="boss@example.com"><input name="mapPin" value="north gate">
      <label>Dlaczego nie teraz? <input name="c" value="budget"></label><input name="company" value="ACME"><button>Send</button></form>${byFetch}`,
    act: send,
    forms: [{ ...ada, cc_email: 'boss@example.com', mapPin: 'north gate', c: 'budget', company: 'ACME' }],
    never: ['735', '918274', '918275', '918276'].map((value) => `"${value}"`),
  },
  {
    name: 'a code with a box for each sign, beside an initial',
    body: `<form>${lead}<input name="initial" maxlength="1" value="K">${[...'918273']
      .map((sign, i) => `<input name="box-${i}" inputmode="numeric" maxlength="1" value="${sign}">`)
      .join('')}<button>Send</button></form>${byFetch}`,
    act: send,
    forms: [{ ...ada, initial: 'K' }],
    never: ['box-0'],
  },
  {
    name: 'a code that is all that is asked for',
    body: `<form><label>We sent it to your phone <input name="code" inputmode="numeric" value="918273"></label><button>Go on</button></form>${byFetch}`,
    act: send,
    never: ['918273'],
  },
  {
    name: 'what a field itself says of what goes in there',
    body: `<form>${lead}<label>Code <input name="a" placeholder="CVV" value="735"></label><label>Words <input name="b" placeholder="Passphrase" value="${password}"></label>
      <input name="ccv" value="736"><label>Site <input name="c" placeholder="www" value="acme.example"></label><button>Send</button></form>${byFetch}`,
    act: send,
    forms: [{ ...ada, c: 'acme.example' }],
    never: ['"735"', '"736"', password],
  },
  {
    name: 'in an address within an address',
    body: `<a href="https://out.example/?next=${encodeURIComponent(`/reset?password=${password}`)}">x</a><form action="/thanks">${lead}
      <input type="hidden" name="next" value="/reset?password=${password}"><input type="hidden" name="back" value="/cart?item=1"><button>Send</button></form>
      <script>document.querySelector('a').onclick = (event) => event.preventDefault()</script>`,
    async act(visit) {
      await visit.tab.click('a');
      await sendAndReach('/thanks')(visit);
    },
    forms: [ada],
    links: ['https://out.example/?next=****'],
    never: [password],
  },
];
