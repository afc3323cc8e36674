import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

declare const known: unique symbol;
/** The id of a browser that has signed in as the user whom it is about: only {@link DeviceMarks.deviceOf} tells so. */
export type KnownDevice = string & { readonly [known]: true };

const ID_BYTES = 16;
/** Of 16 bytes and of 32, in base64url. */
const ID = /^[\w-]{22}$/;
const MARK = /^[\w-]{43}$/;
/** Users of one browser, as at a shop's counter; beyond, the first are forgotten: some 400 bytes in all. */
const MARKS_MAX = 8;
const LENGTH_MAX = 22 + MARKS_MAX * 44;

/**
 * Which users a browser has signed in as, said by a cookie of its own that outlives sessions (OWASP, "Slow Down Online
 * Guessing Attacks with Device Cookies"): `<id>.<mark>.<mark>…`, the id random, and a mark for each user. It lets nobody in.
 */
export class DeviceMarks {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('device').digest();
  }

  /** @param present the cookie that the browser sent, which may know other users */
  cookie(userId: string, present?: string): string {
    const { id = randomBytes(ID_BYTES).toString('base64url'), marks } = partsOf(present);
    const own = this.#mark(userId, id).toString('base64url');
    return [id, ...marks.filter((mark) => mark !== own).slice(1 - MARKS_MAX), own].join('.');
  }

  /** @returns undefined for a browser that never signed in as this user, and for one that is not there */
  deviceOf(userId: string | undefined, cookie: string | undefined): KnownDevice | undefined {
    const { id, marks } = partsOf(cookie);
    if (id === undefined || userId === undefined) return undefined;
    const own = this.#mark(userId, id);
    // All are compared, so that the time does not tell which one it was.
    const right = marks.filter((mark) => timingSafeEqual(own, Buffer.from(mark, 'base64url')));
    return right.length > 0 ? (id as KnownDevice) : undefined;
  }

  #mark(userId: string, id: string): Buffer {
    return createHmac('sha256', this.#key).update(`${id}.${userId}`).digest();
  }
}

function partsOf(cookie = ''): { id?: string; marks: string[] } {
  const [id = '', ...marks] = cookie.length <= LENGTH_MAX ? cookie.split('.') : [];
  return ID.test(id) ? { id, marks: marks.filter((mark) => MARK.test(mark)) } : { marks: [] };
}
