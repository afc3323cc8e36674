import * as v from 'valibot';

/**
 * Of which people something holds: filters of the list `leads`, as its address has them, without order and paging:
 * `country=ES&page_views>=5`. Empty for everybody. That they are filters is checked where they are saved.
 */
export const conditions = v.pipe(v.string(), v.trim(), v.maxLength(4_096));
