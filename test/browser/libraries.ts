// Pages as people build them with a library: each has a form with a box to tick, a log-in, and a form that refuses what
// is no e-mail address.

export interface Library {
  name: string;
  /** Bundled with what it imports. */
  program: string;
  /** The forms `contact`, `login` and `strict`, where the program does not make them. */
  body?: string;
  /** Where a visitor types, inside of what has the name; and what submits the form. */
  input?: string;
  button?: string;
  /** Of forms in whose place the server's answer comes. */
  replaced?: RegExp;
  /** Of the server to a form that it takes. */
  answer?: { status: number; headers: Record<string, string> };
}

const strict = (attributes: string, field = '') =>
  `<form id="strict" novalidate ${attributes}><input name="email" ${field}><p><button>Send</button></p></form>`;

/** For libraries that bring no controls of their own; `to` is what has a form sent to a path. */
const plain = (to = (_path: string) => '') => `
  <form id="contact" ${to('/api')}><label>E-mail <input name="email"></label>
    <label><input type="checkbox" name="news" value="yes"> News</label><button>Send</button></form>
  <form id="login" ${to('/api')}><input name="email"><input name="password" type="password"><button>Log in</button></form>
  ${strict(to('/strict'))}`;

const stay = `addEventListener('submit', (event) => event.preventDefault());`;
const htmx = (path: string) => `hx-post="${path}" hx-swap="${path === '/api' ? 'none' : 'outerHTML'}"`;
const turbo = (path: string) => `action="${path}" method="post"`;
/** What the server answers, by 422, to half an address. */
export const refused = (isHtmx: boolean) =>
  strict((isHtmx ? htmx : turbo)('/strict'), 'value="ada@" aria-invalid="true"');

export const libraries: Library[] = [
  {
    name: 'Material Web',
    input: ' input',
    button: 'md-filled-button',
    program: `import '@material/web/button/filled-button.js';
      import '@material/web/checkbox/checkbox.js';
      import '@material/web/textfield/filled-text-field.js';
      ${stay}`,
    body: `<form id="contact"><md-filled-text-field label="E-mail" name="email"></md-filled-text-field><label><md-checkbox name="news" value="yes"></md-checkbox> News</label><md-filled-button>Send</md-filled-button></form>
      <form id="login"><md-filled-text-field name="email"></md-filled-text-field><md-filled-text-field name="password" type="password"></md-filled-text-field><md-filled-button>Log in</md-filled-button></form>
      <form id="strict"><md-filled-text-field name="email" type="email" required></md-filled-text-field><md-filled-button>Send</md-filled-button></form>`,
  },
  {
    name: 'Shoelace',
    input: ' input',
    button: 'sl-button',
    program: `import '@shoelace-style/shoelace/dist/components/button/button.js';
      import '@shoelace-style/shoelace/dist/components/checkbox/checkbox.js';
      import '@shoelace-style/shoelace/dist/components/input/input.js';
      ${stay}`,
    body: `<form id="contact"><sl-input label="E-mail" name="email"></sl-input><sl-checkbox name="news" value="yes">News</sl-checkbox><sl-button type="submit">Send</sl-button></form>
      <form id="login"><sl-input name="email"></sl-input><sl-input name="password" type="password"></sl-input><sl-button type="submit">Log in</sl-button></form>
      <form id="strict"><sl-input name="email" type="email" required></sl-input><sl-button type="submit">Send</sl-button></form>`,
  },
  {
    name: 'htmx 4',
    program: `import 'htmx.org';`,
    body: plain(htmx),
    replaced: /strict/,
  },
  {
    name: 'htmx 2',
    program: `import htmx from 'htmx2';
      htmx.config.responseHandling.unshift({ code: '422', swap: true });`,
    body: plain(htmx),
    replaced: /strict/,
  },
  {
    name: 'Turbo',
    program: `import '@hotwired/turbo';`,
    body: plain(turbo),
    replaced: /./,
    answer: { status: 303, headers: { location: '/' } },
  },
  {
    name: 'jQuery with jQuery Validate',
    program: `import $ from 'jquery';
      import 'jquery-validation';
      window.jQuery = $;
      $('#contact').on('submit', function () { $.post('/api', $(this).serialize()); return false; });
      $('#contact button').on('click', () => { $('#contact').trigger('submit'); return false; });
      $('#login').on('submit', () => false);
      $('#strict').validate({ rules: { email: { required: true, email: true } }, submitHandler: () => false });`,
    body: plain(),
  },
  {
    name: 'React with react-hook-form',
    program: `import { createElement as h } from 'react';
      import { createRoot } from 'react-dom/client';
      import { useForm } from 'react-hook-form';
      const Form = ({ id, rules, children }) => {
        const { register, handleSubmit, formState: { errors } } = useForm();
        return h('form', { id, noValidate: true, onSubmit: handleSubmit(() => fetch('/api', { method: 'POST' })) },
          h('input', { ...register('email', rules), 'aria-invalid': errors.email ? 'true' : 'false' }), children?.(register),
          h('button', null, id === 'login' ? 'Log in' : 'Send'));
      };
      createRoot(document.querySelector('main')).render([
        h(Form, { key: 1, id: 'contact', children: (register) => h('label', null, h('input', { type: 'checkbox', value: 'yes', ...register('news') }), 'News') }),
        h(Form, { key: 2, id: 'login', children: (register) => h('input', { type: 'password', ...register('password') }) }),
        h(Form, { key: 3, id: 'strict', rules: { pattern: /@.+\\.test$/ } }),
      ]);`,
  },
  {
    name: 'Vue',
    program: `import { createApp, h, reactive } from 'vue';
      const Form = {
        props: ['id'],
        setup: ({ id }) => {
          const state = reactive({ email: '', isWrong: false });
          const submit = (event) => {
            event.preventDefault();
            state.isWrong = id === 'strict' && !/@.+\\.test$/.test(state.email);
            if (!state.isWrong) fetch('/api', { method: 'POST' });
          };
          return () => h('form', { id, novalidate: true, onSubmit: submit }, [
            h('input', { name: 'email', value: state.email, 'aria-invalid': state.isWrong, onInput: ({ target }) => { state.email = target.value; } }),
            id === 'contact' && h('label', [h('input', { type: 'checkbox', name: 'news', value: 'yes' }), 'News']),
            id === 'login' && h('input', { type: 'password', name: 'password' }),
            h('button', id === 'login' ? 'Log in' : 'Send'),
          ]);
        },
      };
      createApp({ render: () => ['contact', 'login', 'strict'].map((id) => h(Form, { id, key: id })) }).mount('main');`,
  },
];
