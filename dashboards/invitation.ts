import { signal } from '@preact/signals';

/** The token of the invitation that the address names. */
export const invitation = signal<string | undefined>(undefined);

/** @example invitationIn('#/invitation/k3J…') // 'k3J…' */
export const invitationIn = (hash: string): string | undefined =>
  /^#\/invitation\/([\w.~-]+)$/.exec(hash)?.[1];

/**
 * Follows links such as `/#/invitation/<token>`. The token stays in the address until it is accepted, so that a reload
 * does not lose it; a fragment is never sent to a server.
 */
export function watchInvitations(): void {
  const read = () => {
    invitation.value = invitationIn(location.hash);
  };
  read();
  addEventListener('hashchange', read);
}

/** Goes on without it: the page begins anew, as whoever is signed in now, and the token leaves the history. */
export const leaveInvitation = () => location.replace('/');
