/** What `npm run rebuild` begins with: tables that are made anew from raw rows, and those that raw rows fill by themselves. */
export const emptyReadModels: readonly string[] = [
  ...['people', 'person_ids', 'person_members', 'person_subjects', 'order_subjects'].map(
    (table) => `TRUNCATE TABLE ${table}`,
  ),
  `INSERT INTO person_subjects
SELECT DISTINCT site, person_id, subject_id
FROM personal_data
WHERE person_id != ''`,
  `INSERT INTO order_subjects
SELECT DISTINCT site, order_id, subject_id
FROM events
WHERE order_id != ''`,
];
