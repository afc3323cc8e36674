/** What a field was and is; nothing where it was not there. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

type Values = Readonly<Record<string, unknown>>;

export const plainText = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/**
 * Field by field what differs.
 *
 * @param say how a value is told
 */
export function changesBetween(
  before: Values,
  after: Values,
  say: (field: string, value: unknown) => string = (_, value) => plainText(value),
): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => plainText(before[field]) !== plainText(after[field]))
    .map((field) => ({ field, before: say(field, before[field]), after: say(field, after[field]) }));
}
