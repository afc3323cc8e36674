import type { Rich } from '../../i18n/messages.js';
import { plurals } from '../../i18n/plural.js';
import type { Step } from './steps.js';
import type { Way } from './tags.js';

const plural = plurals('en');

interface WayTexts {
  title: string;
  intro: string;
  /** Before each piece of code, where one is not enough. */
  pieces?: readonly string[];
  after?: string;
}

export interface Texts {
  check: string;
  checkIntro: string;
  checkDone: string;
  steps: Record<Step['name'], { title: string; seen: string; waiting: string }>;
  states: { seen: string; waiting: string; problem: string };
  last: (when: Rich, where: Rich) => Rich;
  first: (when: string) => string;
  problems: string;
  more: (count: number) => string;
  problem: {
    origin: (origin: Rich) => Rich;
    /** `origin` is empty where a page did not say it. */
    key: (origin: Rich, key: Rich, right: string) => Rich;
    /** The same where it may not be meant for this site. */
    stray: (origin: Rich, key: Rich, right: string) => Rich;
    /** Of what was refused: it is not lost. */
    originWaits: (visitors: number) => string;
    keyWaits: (visitors: number) => string;
    silent: (origin: Rich) => Rich;
    /** Why nothing may arrive though the script is there, each with what to do. */
    causes: (host: string) => string[];
    refused: (count: number, reason: string) => string;
    show: string;
  };
  tag: string;
  ways: Record<Way, WayTexts>;
  origins: string;
  originsIntro: string;
  originsEmpty: string;
  add: string;
  addLabel: string;
  addHint: string;
  addInvalid: string;
  present: (origin: string) => string;
  remove: (origin: string) => string;
  removed: (origin: string) => string;
  undo: string;
}

export const texts: Texts = {
  check: 'Does it work?',
  checkIntro: 'Paste the tag into your site, then open one of its pages. What arrives shows here by itself.',
  checkDone: 'The tag works: page views and forms arrive.',
  steps: {
    script: {
      title: 'The script is loaded',
      seen: 'The script is loaded',
      waiting:
        'No page of your allowed addresses has fetched it yet. Open or reload a page with the tag. If nothing changes: the page may come from a cache or an optimizer without the tag, a content blocker may hold the script back, or the page’s Content-Security-Policy lacks this Leadline in script-src.',
    },
    view: {
      title: 'The first page view',
      seen: 'Page views arrive',
      waiting: 'It comes as soon as a page with the tag is open.',
    },
    form: {
      title: 'The first form',
      seen: 'Forms arrive',
      waiting:
        'Fill in a form of your site, such as the contact form, and send it. Searches, log-ins and payments are left alone.',
    },
  },
  states: { seen: 'Seen', waiting: 'Waiting', problem: 'Something is in the way' },
  last: (when, where) => ['Last seen: ', when, where ? [', ', where] : ''],
  first: (when) => `first: ${when}`,
  problems: 'What is in the way',
  more: (count) => plural(count, { one: '# more', other: '# more' }),
  problem: {
    origin: (origin) => ['Pages of ', origin, ' use this key but are not allowed to.'],
    key: (origin, key, right) =>
      origin
        ? ['Pages of ', origin, ' send the key “', key, `”, which no site has. It should be “${right}”:`]
        : ['Somebody sends the key “', key, `”, which no site has. It should be “${right}”:`],
    stray: (origin, key, right) => [
      origin ? ['Pages of ', origin, ' send'] : 'Somebody sends',
      ' the key “',
      key,
      `”, which no site has. If it is meant for this site, it should be “${right}”:`,
    ],
    originWaits: (visitors) =>
      plural(visitors, {
        one: 'The events of # visitor wait in the browser until you allow them.',
        other: 'The events of # visitors wait in their browsers until you allow them.',
      }),
    keyWaits: (visitors) =>
      plural(visitors, {
        one: 'The events of # visitor wait in the browser until the tag is corrected.',
        other: 'The events of # visitors wait in their browsers until the tag is corrected.',
      }),
    silent: (origin) => [
      'Pages of ',
      origin,
      ' have loaded the script, but nothing has arrived from them. It may be that',
    ],
    causes: (host) => [
      "the tag has data-consent=\"required\" and nobody has agreed yet, or the consent tool does not pass the answer on: agree on the page, or call leadline('consent', 'granted') where it knows of the yes.",
      `the page’s Content-Security-Policy does not allow it to send: add ${host} to connect-src.`,
      'the tag has lost its data-site, as some optimizers do: copy it again from below.',
      'your browser has a content blocker, sends Global Privacy Control, or has opted out: try another browser.',
    ],
    refused: (count, reason) =>
      `${plural(count, { one: '# event was', other: '# events were' })} refused today: ${reason}.`,
    show: 'See what to do',
  },
  tag: 'The tag',
  ways: {
    plain: {
      title: 'HTML',
      intro:
        'Paste it into every page of your site, before </head>. Forms and page views are recorded from then on.',
      after: 'Where you may only count who has agreed, add data-consent="required" to the tag.',
    },
    pinned: {
      title: 'Pinned (SRI)',
      intro:
        'With this tag the browser refuses the script if a single byte of it differs, whoever changed it. The tag does not follow updates: after an upgrade of Leadline, paste the new one.',
    },
    csp: {
      title: 'Strict CSP',
      intro: 'If your pages have a Content-Security-Policy, allow Leadline’s address in it.',
      pieces: [
        'Add these sources to the ones that you have:',
        'With a nonce in place of addresses:',
        'and the tag with the nonce of the page:',
      ],
    },
    wordpress: {
      title: 'WordPress',
      intro:
        'Put this into functions.php of your child theme, or into a snippet plugin such as WPCode. The plain tag in a “header scripts” field does as well.',
      after:
        'If a plugin delays or combines scripts (WP Rocket, LiteSpeed, Autoptimize), exclude leadline.js there.',
    },
    shopify: {
      title: 'Shopify',
      intro:
        'In Online Store › Themes › ⋯ › Edit code, open layout/theme.liquid and paste this before </head>.',
      after: 'Shopify’s checkout runs no theme code: send orders from your server, as docs/server.md says.',
    },
    gtm: {
      title: 'Tag Manager',
      intro: 'Make a tag of the type Custom HTML with this in it; as trigger choose All Pages.',
      after:
        'Blockers stop Tag Manager more often than a script of your own: where you can, put the tag into the page itself.',
    },
    react: {
      title: 'React',
      intro:
        'Use the npm module; Next, Vue and others do it alike. Page views follow your router by themselves.',
      pieces: ['Build it and add it to your app:', 'Then, once, where your app starts in the browser:'],
    },
  },
  origins: 'Allowed addresses',
  originsIntro: 'Only pages at these addresses may send events with this site’s tag.',
  originsEmpty: 'No address is allowed: every event from a browser is refused.',
  add: 'Add',
  addLabel: 'Address of a site',
  addHint: 'For example https://www.example.com, or https://*.example.com for all its subdomains.',
  addInvalid: 'This is not the address of a site. It looks like https://www.example.com.',
  present: (origin) => `${origin} is already allowed.`,
  remove: (origin) => `Remove ${origin}`,
  removed: (origin) => `${origin} is no longer allowed.`,
  undo: 'Undo',
};
