/** What is needed of a native control. */
export type Control = Pick<
  HTMLInputElement & HTMLSelectElement,
  | 'checked'
  | 'closest'
  | 'files'
  | 'getAttribute'
  | 'id'
  | 'localName'
  | 'matches'
  | 'name'
  | 'textContent'
  | 'value'
> & {
  type: string;
  formMethod?: string;
  selectedOptions: Iterable<{ value: string; text?: string }>;
};
