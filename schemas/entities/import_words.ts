/** By what a row of a file is found to be about somebody who is there. */
export const matchKeys = ['email', 'phone', 'customer'] as const;
export type MatchKey = (typeof matchKeys)[number];

/** How a file may be written. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1254'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Where an import is: `reading` its file, `read`, `planning` what becomes of each row, `planned`, `running`, `done`,
 * `undoing`, `undone`.
 */
export const importStates = [
  'reading',
  'read',
  'planning',
  'planned',
  'running',
  'done',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];
