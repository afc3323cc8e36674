import type { Access, User } from './access.js';
import { listAll } from './api.js';

/** Who may sign in, as the record of them has it. */
export type UserRecord = User & { id: string; version: number; access: Access[]; lastUsedAt?: number };

export const listUsers = (signal?: AbortSignal) => listAll<UserRecord>('users', signal);
