import {
  COST,
  type Cost,
  hashPassword,
  isOfPassword,
  type PasswordHash,
  readHash,
  writeHash,
} from './password_hash.js';
import { isTooLong, normalisePassword } from './password_rules.js';
import { Turns } from './turns.js';

/** So many wait for a second or ten; whoever comes then is better off with an answer. */
const WAITING_MAX = 20;

/**
 * Passwords as they are stored. Hashing one is slow, so that guessing them from a stolen table is (NIST SP 800-63B, 5.1.1.2).
 *
 * One at a time: Node hashes on one of the four threads on which the queue's files are written, too, and with all four taken
 * each acknowledgement would wait. In workerd a hash is done when `scrypt` returns: nobody waits there, where no request
 * may wait for another.
 */
export class Passwords {
  readonly #turns = new Turns(WAITING_MAX);

  constructor(private readonly cost: Cost = COST) {}

  /**
   * @returns `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`: what it costs stands in it, and may change for later ones
   * @throws LeadlineError `busy`
   */
  async hash(password: string): Promise<string> {
    const text = normalisePassword(password);
    return writeHash(await this.#turns.take(() => hashPassword(text, this.cost), true));
  }

  /**
   * Takes as long where nothing is stored, so that the time does not tell who has an account.
   *
   * @param isFirst of a browser that the account knows: it does not wait behind strangers, as a new password does not
   * @param stored as {@link hash} gives it; undefined where there is no such account, or one without a password
   * @throws LeadlineError `busy`
   */
  async isRight(password: string, stored: string | undefined, isFirst = false): Promise<boolean> {
    const known = stored === undefined ? undefined : readHash(stored);
    // Nobody has one that is longer; it need not be spelled anew to know.
    const text = isTooLong(password) ? undefined : normalisePassword(password);
    const isOf = await this.#turns.take(() => isOfPassword(known ?? this.#nobodys(), text ?? ''), isFirst);
    return isOf && known !== undefined && text !== undefined;
  }

  #nobodys(): PasswordHash {
    return { cost: this.cost, salt: Buffer.alloc(16), hash: Buffer.alloc(32) };
  }
}
