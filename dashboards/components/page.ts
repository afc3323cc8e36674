import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The title of the page that is shown, as `sections.ts` has it in the reader's language. */
export const PageTitle = createContext('Leadline');

export const usePageTitle = (): string => useContext(PageTitle);
