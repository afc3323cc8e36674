import { LeadlineError } from '../errors.js';
import type { RecordVersion } from './versions.js';

/** What has to stand there for a change: a version, whatever there is, or, undefined, nothing. */
export type Expected = number | 'any' | undefined;

/** A record as it is answered. */
export const shown = ({ id, version, data }: Pick<RecordVersion, 'id' | 'version' | 'data'>) => ({
  ...data,
  id,
  version,
});

/** An entity tag (RFC 9110, 8.8.3): strong, since a version is one text. */
export const tagOf = ({ version }: Pick<RecordVersion, 'version'>) => `"${version}"`;

/** @throws LeadlineError `precondition_required` where a record would be changed that nobody has said to have seen */
export function isExpected(expected: Expected, stands: RecordVersion | undefined): boolean {
  if (expected === 'any') return true;
  if (expected !== undefined || !stands) return expected === stands?.version;
  throw new LeadlineError(
    'precondition_required',
    'This record is there: send the version that you change as If-Match, as its ETag has it, or * for whichever.',
  );
}

/** Somebody else was faster: the answer has what they made of it, null where they deleted it. */
export const versionConflict = (stands: RecordVersion | undefined) =>
  new LeadlineError(
    'version_conflict',
    stands
      ? 'The record has changed meanwhile: make your change to it as it is now.'
      : 'There is no such record, or no more: leave If-Match out to make it.',
    {
      beside: { record: stands ? shown(stands) : null },
      headers: stands ? { ETag: tagOf(stands) } : {},
    },
  );
