import type { DetailWords } from './words.js';

export const words: DetailWords = {
  rules: {
    missing: (field) => `${field} is missing.`,
    unknown: (field) => `There is no field ${field}.`,
    type: (field, limit) => `${field} must be ${limit}.`,
    too_short: (field, limit) => `${field} needs ${limit} or more.`,
    too_long: (field, limit) => `${field} may have ${limit} at most.`,
    too_small: (field, limit) => `${field} must be ${limit} or more.`,
    too_large: (field, limit) => `${field} must be ${limit} or less.`,
    one_of: (field, limit) => `${field} must be one of ${limit}.`,
    reference: (field) => `What ${field} names is not there.`,
  },
  formats: {
    amount: (field) => `${field} must be an amount such as 12.50.`,
    attribute: (field) =>
      `${field} must be a small letter, then letters and digits, such as plan or shoeSize.`,
    country: (field) => `${field} must be a country code such as ES.`,
    currency: (field) => `${field} must be a currency code such as EUR.`,
    cursor: () => 'The list has changed: open it again.',
    domain: (field) => `${field} must be a domain such as example.com.`,
    email: (field) => `${field} must be an e-mail address such as ada@example.com.`,
    free_attribute: (field) => `${field} is one that every site has: choose another.`,
    moment: (field) => `${field} must be a time such as 2026-10-14T12:00:00Z or a day such as 2026-10-14.`,
    no_password: (field) => `${field} has a name or password in it: leave those out.`,
    long_address: (field) =>
      `${field} is too long as browsers write it, where ş takes six characters: 2,048 are the most.`,
    no_unsubscribe: (field) =>
      `${field} is where people unsubscribe: leave that link as it is, so that it always works.`,
    not_tracked: (field) => `${field} is a tracked link already: take the address that it leads to.`,
    origin: (field) => `${field} must be an address such as https://www.example.com.`,
    parameter: (field) => `${field} may have letters, digits, - and _ only.`,
    site: (field) => `${field} must be the key of a site.`,
    time_zone: (field) => `${field} must be a time zone such as Europe/Madrid.`,
    uncommon_password: (field) =>
      `${field} is easy to guess: choose one that is neither common nor made of your name or e-mail address.`,
    unique: (field) => `${field} is there twice.`,
    web_address: (field) => `${field} must be a web address that begins with https:// or http://.`,
    other: (field) => `${field} is not written as it should be.`,
  },
  types: { string: 'text', number: 'a number', boolean: 'yes or no', array: 'a list', object: 'an object' },
};
