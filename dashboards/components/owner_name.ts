import type { User } from '../access.js';

type Named = Pick<User, 'id' | 'name' | 'email'>;

/** Who somebody's owner is, by name: that is told by a user's id or e-mail address, or as some other system calls them. */
export function ownerName(value: string, users: readonly Named[]): string {
  const email = value.toLowerCase();
  return users.find((user) => user.id === value || user.email.toLowerCase() === email)?.name ?? value;
}
