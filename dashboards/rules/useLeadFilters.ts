import type { FilterColumn } from '../components/columns.js';
import { useFormat, useSite } from '../components/site.js';
import { useOwners } from '../components/useOwners.js';
import { leadColumns } from '../pages/leads/columns.js';
import { attributeFilters } from '../people/attribute_columns.js';
import { knownAttributes } from '../people/attributes.js';
import { texts as peopleTexts } from '../people/texts.js';

/** What the list of leads can be filtered by, for those who keep such filters. */
export function useLeadFilters(): readonly FilterColumn[] {
  const { site } = useSite();
  const format = useFormat();
  const attributes = knownAttributes(site.attributes, format, peopleTexts.value);
  const columns = leadColumns({ format, ...useOwners(), attributes, hasScores: true, isWide: true });
  return [...columns, ...attributeFilters(attributes)].filter(({ filter }) => filter);
}
