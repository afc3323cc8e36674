import type { ChosenFile } from '../../schemas/events/form_submit.js';

/**
 * The values of a file input as people read them: what kind of file each name stands for, and how large it is.
 *
 * @example describeFiles(['cv.pdf'], [{ name: 'cv.pdf', size: 6, type: 'application/pdf' }]) // ['cv.pdf (application/pdf, 6 bytes)']
 */
export function describeFiles(values: string[], files: readonly ChosenFile[] = []): string[] {
  if (files.length === 0) return values;
  const left = [...files];
  return values.map((value) => {
    // By name rather than by place: the browser script may have left a value out.
    const at = left.findIndex(({ name }) => name === value);
    const [file] = at < 0 ? [] : left.splice(at, 1);
    const facts = file ? [file.type, sizeOf(file)].filter(Boolean) : [];
    return facts.length > 0 ? `${value} (${facts.join(', ')})` : value;
  });
}

const sizeOf = ({ size }: ChosenFile) => size !== undefined && `${size} ${size === 1 ? 'byte' : 'bytes'}`;
