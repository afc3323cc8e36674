/** Background work, by name: `collector/jobs/` does it, the dashboards say in words what it is. */
export const jobNames = [
  'note_unaudited',
  'fill_people',
  'find_duplicates',
  'import_people',
  'assign_owners',
  'claim_visitors',
] as const;

export type JobName = (typeof jobNames)[number];
