import { byFetch, lead, type PageCase, send } from './page_case.js';

const ada = { email: 'ada@example.com' };

export const safetyPages: PageCase[] = [
  {
    name: 'a password stays',
    body: `<form>${lead}<input name="password" type="password" autocomplete="new-password"><button>Sign up</button></form>${byFetch}`,
    async act(visit) {
      await visit.tab.fill('[name=password]', 'hunter2hunter2');
      await send(visit);
    },
    forms: [ada],
    never: ['hunter2hunter2'],
  },
  {
    name: 'a password that is shown stays',
    body: `<form>${lead}<input name="key" type="password"><b id="show" onclick="document.querySelector('[name=key]').type = 'text'">Show</b>
      <textarea name="message"></textarea><button>Sign up</button></form>${byFetch}`,
    async act(visit) {
      await visit.tab.fill('[name=key]', 'hunter2hunter2');
      await visit.tab.click('#show');
      await visit.tab.fill('[name=message]', 'Is hunter2hunter2 any good?');
      await send(visit);
    },
    forms: [{ ...ada, message: 'Is **** any good?' }],
    never: ['hunter2hunter2'],
  },
  {
    name: 'a one-time code stays',
    body: `<form>${lead}<input name="company" value="ACME"><input name="a1" autocomplete="one-time-code"><button>Send</button></form>${byFetch}`,
    async act(visit) {
      await visit.tab.fill('[name=a1]', '918273');
      await send(visit);
    },
    forms: [{ ...ada, company: 'ACME' }],
    never: ['918273'],
  },
  {
    name: 'a card number stays, by its field and among words',
    body: `<form>${lead}<input name="number" autocomplete="cc-number"><textarea name="message"></textarea><button>Send</button></form>${byFetch}`,
    async act(visit) {
      await visit.tab.fill('[name=number]', '5555555555554444');
      await visit.tab.fill('textarea', 'My card is 4111 1111 1111 1111, thanks');
      await send(visit);
    },
    forms: [{ ...ada, message: 'My card is ****, thanks' }],
    never: ['5555555555554444', '4111 1111'],
  },
  {
    name: 'what the page marks stays',
    body: `<form>${lead}<input name="diagnosis" data-leadline-ignore value="private"><button>Send</button></form>${byFetch}`,
    act: send,
    forms: [ada],
    never: ['diagnosis', 'private'],
  },
  {
    name: 'a log-in is left alone',
    body: `<form>${lead}<input name="p" type="password"><button>Log in</button></form>${byFetch}`,
    async act(visit) {
      await visit.tab.fill('[name=p]', 'hunter2hunter2');
      await send(visit);
    },
    never: ['ada@example.com', 'hunter2hunter2'],
  },
];
