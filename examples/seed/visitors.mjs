// One visitor's story at a time: the visits of a browser over the months, as the events that the script would send.
import { HOUR_MS, MINUTE_MS } from './calendar.mjs';
import { checkout, contact, newsletter, orderOf, quote } from './forms.mjs';
import { languageOf, personOf } from './people.mjs';
import { dice as diceOf } from './random.mjs';
import { landingOf, ways } from './sources.mjs';

const SITE = 'https://halfturn.example';
const titles = {
  'index.html': 'Halfturn: espresso machines, sold and serviced in Galway',
  'pricing.html': 'Plans and prices: Halfturn',
  'quote.html': 'Get a quote: Halfturn',
  'contact.html': 'Contact: Halfturn',
  'checkout.html': 'Checkout: Halfturn',
  'order-confirmed.html': 'Order confirmed: Halfturn',
  'thanks.html': 'Thank you: Halfturn',
};
const links = [
  [4, { url: 'tel:+353209120147', text: '020 912 0147', kind: 'phone' }],
  [3, { url: 'mailto:hello@halfturn.example', text: 'hello@halfturn.example', kind: 'email' }],
  [4, { url: `${SITE}/price-list.txt`, text: 'Download the price list (text, 1 kB)', kind: 'download' }],
  [
    2,
    {
      url: 'https://en.wikipedia.org/wiki/Espresso',
      text: 'Read about espresso on Wikipedia',
      kind: 'outbound',
    },
  ],
];
/** What those who do not leave at once came for. */
const aims = [
  [60, 'look'],
  [14, 'newsletter'],
  [12, 'contact'],
  [9, 'quote'],
  [5, 'order'],
];
/** Of those who left a name: a second browser, or somebody else on the same one. */
const SECOND_BROWSER = 0.06;
const SECOND_PERSON = 0.03;

/**
 * The batches of visitor number `number`: one, or two where the same person has a second browser.
 *
 * @returns `{visitor, language, events}[]`, each event with an id that is the same on every run
 */
export function visitorOf(number, calendar) {
  const dice = diceOf(`halfturn ${number}`);
  const browser = browserOf(`seed-${number}`);
  const { way, bounce } = dice.weighted(ways);
  const issue = way === 'newsletter' ? calendar.afterIssue(dice) : undefined;
  const start = issue?.ts ?? calendar.visit(dice);
  // The first two show, in however small a company, one person on two browsers and two persons on one.
  const isShown = number < 2;
  const aim = isShown ? 'quote' : dice.chance(bounce) ? 'leave' : dice.weighted(aims);
  const person = personOf(dice, number);
  const isNamed = aim !== 'leave' && aim !== 'look';
  const visit = visitOn(browser, dice, number);

  visit.land(start, landingOf(dice, way, issue?.campaign));
  if (aim === 'leave') return [browser.batch(languageOf(dice))];
  visit.wander(dice.between(1, 5));
  if (isNamed) visit.reach(aim, person);

  let ts = start;
  const returns = isNamed
    ? dice.weighted([
        [3, 0],
        [4, 1],
        [3, 2],
        [2, 4],
      ])
    : dice.weighted([
        [7, 0],
        [2, 1],
        [1, 2],
      ]);
  for (let time = 0; time < returns; time++) {
    ts = calendar.later(dice, ts, 30);
    visit.land(ts, landingOf(dice, isNamed && dice.chance(0.3) ? 'search' : 'direct'));
    visit.wander(dice.between(0, 5));
    const orders = { quote: 0.25, contact: 0.12, order: 0.25, newsletter: 0.05 }[aim] ?? 0;
    if (dice.chance(orders)) visit.reach('order', person);
  }
  const batches = [browser.batch(isNamed ? person.language : languageOf(dice))];
  if (!isNamed) return batches;
  if (number === 1 || (number > 1 && dice.chance(SECOND_PERSON))) {
    const other = personOf(dice, number + 1_000_000);
    visit.land(calendar.later(dice, ts, 10), landingOf(dice, 'direct'));
    visit.reach('contact', other);
  }
  if (number === 0 || (number > 1 && dice.chance(SECOND_BROWSER))) {
    const phone = browserOf(`seed-${number}-phone`);
    const onPhone = visitOn(phone, dice, number);
    onPhone.land(calendar.later(dice, start, 20), landingOf(dice, 'social'));
    onPhone.wander(dice.between(1, 3));
    onPhone.reach('newsletter', person);
    batches.push(phone.batch(person.language));
  }
  return batches;
}

function browserOf(visitor) {
  const events = [];
  return {
    add: (ts, event) => events.push({ id: `${visitor}-${events.length}`, ts: Math.floor(ts), ...event }),
    batch: (language) => ({ visitor, language, events }),
  };
}

function visitOn({ add }, dice, number) {
  let [ts, page, orders] = [0, '', 0];
  const url = (name, query = {}) => {
    const search = new URLSearchParams(query).toString();
    return `${SITE}/${name}${search && `?${search}`}`;
  };
  const wait = (minutes) => {
    ts += (0.15 + dice.random()) * minutes * MINUTE_MS;
  };
  const show = (name, { query = {}, referrer = url(page) } = {}) => {
    page = name;
    add(ts, { type: 'page_view', url: url(name, query), title: titles[name], referrer });
  };
  const here = (event) => add(ts, { ...event, url: url(page), title: titles[page] });
  const go = (name, query) => {
    wait(1.5);
    show(name, { query });
  };
  const submit = (event) => {
    wait(2);
    here(event);
    ts += 1_500;
    show(event.form.action.split('/').at(-1));
  };

  return {
    land(start, { page: name, query, referrer }) {
      ts = start;
      show(name, { query, referrer });
    },
    wander(pages) {
      for (let count = 0; count < pages; count++) {
        go(dice.pick(['index.html', 'pricing.html', 'pricing.html', 'quote.html', 'contact.html']));
        if (!dice.chance(0.12)) continue;
        wait(1);
        here({ type: 'link_click', link: dice.weighted(links) });
      }
    },
    /** Does what somebody came for, on the page where it is done. */
    reach(aim, person) {
      if (aim === 'newsletter') return submit(newsletter(person, SITE));
      if (aim === 'contact' || aim === 'quote') {
        if (page !== `${aim}.html`) go(`${aim}.html`);
        return submit((aim === 'contact' ? contact : quote)(dice, person, SITE));
      }
      const order = orderOf(dice, `HT-${number}-${orders}`, orders === 0);
      orders += 1;
      if (page !== 'pricing.html') go('pricing.html');
      go('checkout.html', { product: order.lines[0].product });
      // Some think it over; the basket is still there next time.
      if (dice.chance(0.15)) return undefined;
      submit(checkout(order, person, SITE));
      const { email, customer, name, company } = person;
      here({ type: 'identify', email, customer, name, ...(company ? { company } : {}) });
      here({ type: 'conversion', ...order });
      ts += HOUR_MS / 60;
      return undefined;
    },
  };
}
