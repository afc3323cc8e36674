import type { Option } from '../components/filter_kinds.js';
import { texts } from './texts.js';

/** What kind of address somebody has, in the reader's words; nothing where they have none. */
export const emailKindText = (kind: string): string => {
  const words: Partial<Record<string, string>> = texts.value.emailKinds;
  return words[kind] ?? kind;
};

export const emailKindOptions = (): Option[] => Object.entries(texts.value.emailKinds);
