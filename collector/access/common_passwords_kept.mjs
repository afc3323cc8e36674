// Which of the common passwords the collector needs: `rollup.config.mjs` keeps these alone, so that the Worker carries 49 KB
// of them instead of 487. Doing it twice changes nothing.

/** What people pad, `galatasaray` aside, which is long enough itself, is among the most frequent ones. */
const FREQUENT = 5_000;

/**
 * Those that are as long as a password must be, and the frequent ones that make one with a few digits: `password2026!`.
 *
 * @param {readonly string[]} passwords lower case, the most frequent first
 * @returns {string[]}
 */
export const keptPasswords = (passwords) =>
  passwords.filter(
    (password, rank) => password.length >= 10 || (rank < FREQUENT && /^[a-z]{5,9}$/.test(password)),
  );
