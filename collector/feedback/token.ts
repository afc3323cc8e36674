import { createHmac, timingSafeEqual } from 'node:crypto';

/** Of which order somebody is asked what they think. */
export interface Asked {
  site: string;
  order: string;
  /** Whose word it is: any id of theirs. */
  person: string;
}

const MAC_BYTES = 16;
const TOKEN_MAX = 1_000;

const macOf = (secret: string, said: string): Buffer =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['feedback', said]))
    .digest()
    .subarray(0, MAC_BYTES);

/** What stands in the link: it needs no database to be read, and nobody else can make one. */
export function feedbackToken(secret: string, { site, order, person }: Asked): string {
  const said = Buffer.from(JSON.stringify([site, order, person])).toString('base64url');
  return `${said}.${macOf(secret, said).toString('base64url')}`;
}

/** @returns undefined for a token that is none of ours */
export function readFeedbackToken(secret: string, token: string): Asked | undefined {
  const [said = '', mac = '', ...more] = token.slice(0, TOKEN_MAX).split('.');
  const given = Buffer.from(mac, 'base64url');
  // Other characters than its own would be passed over.
  const isWritten = given.toString('base64url') === mac;
  if (
    !isWritten ||
    more.length > 0 ||
    given.length !== MAC_BYTES ||
    !timingSafeEqual(given, macOf(secret, said))
  )
    return undefined;
  const [site, order, person] = JSON.parse(Buffer.from(said, 'base64url').toString()) as string[];
  return site !== undefined && order !== undefined && person !== undefined
    ? { site, order, person }
    : undefined;
}
