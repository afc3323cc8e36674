import type { Option } from '../components/filter_kinds.js';
import { texts } from './texts.js';

/** A channel in the reader's words; one that these do not know yet is shown as it is. */
export const channelText = (channel: string): string => {
  const words: Partial<Record<string, string>> = texts.value.channels;
  return words[channel] ?? channel;
};

export const channelOptions = (): Option[] => Object.entries(texts.value.channels);
