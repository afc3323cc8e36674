import { sourceText } from '../../../components/person.js';

/** What brought somebody, as marketers write it: "google / cpc / espresso"; empty where it is not known. */
export const cameBy = (source: string, medium: string, campaign: string): string =>
  [sourceText(source), medium, campaign].filter(Boolean).join(' / ');
