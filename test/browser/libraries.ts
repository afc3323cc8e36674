// Pages as people build them with a library: each has a form, a log-in, and a form that refuses what is no e-mail address.

export interface Library {
  name: string;
  /** Puts the forms `contact`, `login` and `strict` into `<main>`; bundled with what it imports. */
  program: string;
  /** Where a visitor types, inside of what has the name; and what submits the form. */
  input?: string;
  button?: string;
}

/** The same forms for libraries that bring no controls of their own; attributes are of each form. */
const plain = (contact = '', login = '', strict = '') => `document.querySelector('main').innerHTML = \`
  <form id="contact" ${contact}><label>E-mail <input name="email"></label><label><input type="checkbox" name="news" value="yes"> News</label><button>Send</button></form>
  <form id="login" ${login}><input name="email"><input name="password" type="password"><button>Log in</button></form>
  <form id="strict" novalidate ${strict}><input name="email"><button>Send</button></form>\`;`;

const stay = `addEventListener('submit', (event) => event.preventDefault());`;

export const libraries: Library[] = [
  {
    name: 'Material Web',
    input: ' input',
    button: 'md-filled-button',
    program: `import '@material/web/button/filled-button.js';
      import '@material/web/checkbox/checkbox.js';
      import '@material/web/textfield/filled-text-field.js';
      document.querySelector('main').innerHTML = \`
        <form id="contact"><md-filled-text-field label="E-mail" name="email"></md-filled-text-field><md-checkbox name="news" value="yes"></md-checkbox><md-filled-button>Send</md-filled-button></form>
        <form id="login"><md-filled-text-field name="email"></md-filled-text-field><md-filled-text-field name="password" type="password"></md-filled-text-field><md-filled-button>Log in</md-filled-button></form>
        <form id="strict"><md-filled-text-field name="email" type="email" required></md-filled-text-field><md-filled-button>Send</md-filled-button></form>\`;
      ${stay}`,
  },
  {
    name: 'Shoelace',
    input: ' input',
    button: 'sl-button',
    program: `import '@shoelace-style/shoelace/dist/components/button/button.js';
      import '@shoelace-style/shoelace/dist/components/checkbox/checkbox.js';
      import '@shoelace-style/shoelace/dist/components/input/input.js';
      document.querySelector('main').innerHTML = \`
        <form id="contact"><sl-input label="E-mail" name="email"></sl-input><sl-checkbox name="news" value="yes">News</sl-checkbox><sl-button type="submit">Send</sl-button></form>
        <form id="login"><sl-input name="email"></sl-input><sl-input name="password" type="password"></sl-input><sl-button type="submit">Log in</sl-button></form>
        <form id="strict"><sl-input name="email" type="email" required></sl-input><sl-button type="submit">Send</sl-button></form>\`;
      ${stay}`,
  },
  {
    name: 'htmx',
    program: `import htmx from 'htmx.org';
      ${plain('hx-post="/api" hx-swap="none"', 'hx-post="/api" hx-swap="none"', 'hx-post="/strict" hx-swap="outerHTML"')}
      htmx.process(document.body);`,
  },
  {
    name: 'Turbo',
    program: `import '@hotwired/turbo';
      ${plain('action="/moved" method="post"', 'action="/moved" method="post"', 'action="/strict" method="post"')}`,
  },
  {
    name: 'jQuery with jQuery Validate',
    program: `import $ from 'jquery';
      import 'jquery-validation';
      window.jQuery = $;
      ${plain()}
      $('#contact').on('submit', function () { $.post('/api', $(this).serialize()); return false; });
      $('#contact button').on('click', () => { $('#contact').trigger('submit'); return false; });
      $('#login').on('submit', () => false);
      $('#strict').validate({ rules: { email: { required: true, email: true } }, submitHandler: () => false });`,
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
            id === 'contact' && h('input', { type: 'checkbox', name: 'news', value: 'yes' }),
            id === 'login' && h('input', { type: 'password', name: 'password' }),
            h('button', id === 'login' ? 'Log in' : 'Send'),
          ]);
        },
      };
      createApp({ render: () => ['contact', 'login', 'strict'].map((id) => h(Form, { id, key: id })) }).mount('main');`,
  },
];
