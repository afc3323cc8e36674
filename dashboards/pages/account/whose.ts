/** In the address, in place of a user's id. */
export const EVERYBODY = 'all';
const ADMIN_KEY = 'key';

/**
 * The sessions of one user, of the admin key (`key`, or no id), or of everybody; the one used last comes first.
 */
export function sessionsOf<
  Session extends { user: string; createdAt: number; lastUsedAt?: number | undefined },
>(sessions: readonly Session[], whose: string): Session[] {
  const usedAt = ({ lastUsedAt, createdAt }: Session) => lastUsedAt ?? createdAt;
  return sessions
    .filter(({ user }) => whose === EVERYBODY || user === (whose === ADMIN_KEY ? '' : whose))
    .sort((a, b) => usedAt(b) - usedAt(a));
}
