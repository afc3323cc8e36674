import type { Subject } from './stream.js';

interface Reader {
  of: readonly Subject[];
  told: () => void;
}

const readers = new Set<Reader>();

/**
 * What was just changed in this tab is read anew at once, and shown: whoever did it waits for it, and it is no news to them.
 */
export function changedHere(subjects: readonly Subject[]): void {
  for (const { of, told } of [...readers]) if (of.some((subject) => subjects.includes(subject))) told();
}

/** @returns what ends it */
export function onChangedHere(reader: Reader): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}
