import type { Access } from '../../access.js';
import { deleteRecord, listAll, saveRecord } from '../../api.js';
import { request } from '../../http.js';
import type { UserRecord } from '../../users.js';

interface Stored {
  id: string;
  version: number;
}

export interface Invitation extends Stored {
  email?: string;
  name?: string;
  access: Access[];
  /** Of a reset link: whose. */
  user?: string;
  expires: number;
  acceptedAt?: number;
}

/** What an owner says of somebody whom they invite. */
export interface Invited {
  email: string;
  name?: string;
  language?: string;
  access: Access[];
}

/** Those that wait for somebody to accept them. */
export async function listPending(signal?: AbortSignal): Promise<Invitation[]> {
  const all = await listAll<Invitation>('invitations', signal);
  return all.filter(({ acceptedAt }) => !acceptedAt).sort((a, b) => b.expires - a.expires);
}

/** @returns the link, which is told this once */
export async function invite(body: Invited | { user: string }): Promise<string> {
  return ((await request('POST', '/v1/entities/invitations', { body })) as { url: string }).url;
}

export const readUser = async (id: string) =>
  (await request('GET', `/v1/entities/users/${encodeURIComponent(id)}`)) as UserRecord;

/** @throws ApiError `conflict` where somebody else has changed them since that version */
export async function saveUser(
  { id, version, email }: UserRecord,
  fields: { name: string; language: string; access: Access[] },
): Promise<void> {
  const { name, language, access } = fields;
  await saveRecord('users', { id, version }, { email, name, access, ...(language && { language }) });
}

export const removeUser = (user: UserRecord) => deleteRecord('users', user);
export const withdraw = (invitation: Invitation) => deleteRecord('invitations', invitation);
