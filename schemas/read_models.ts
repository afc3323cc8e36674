/** What `npm run rebuild` begins with: tables that are made anew from raw rows, and those that raw rows fill by themselves. */
export const emptyReadModels: readonly string[] = [
  ...['people', 'person_ids', 'person_members', 'first_subjects', 'order_subjects'].map(
    (table) => `TRUNCATE TABLE ${table}`,
  ),
  `INSERT INTO first_subjects
SELECT site, person_id, subject_id, min(received_at), max(toUInt8(is_word))
FROM personal_data
WHERE person_id != ''
GROUP BY site, person_id, subject_id`,
  `INSERT INTO order_subjects
SELECT DISTINCT site, order_id, subject_id
FROM events
WHERE order_id != ''`,
];
