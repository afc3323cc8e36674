import type { Watcher } from '../records/change.js';
import type { RecordVersion } from '../records/versions.js';
import type { Audit, AuditAction } from './audit.js';
import { fieldsChanged } from './audit_values.js';

/** A session that begins or ends is somebody who signs in or out. */
const SIGN_IN: Readonly<Record<string, AuditAction>> = { created: 'signed_in', deleted: 'signed_out' };

/** Tells the audit of whatever happens to records. */
export function watchingRecords(audit: Pick<Audit, 'note'>): Watcher {
  return {
    async changed({ kind: { kind }, site, id }, before, after, { by, sessionId, address, country }) {
      const action = actionOf(before, after);
      await audit.note({
        ...known({ sessionId, address, country }),
        by,
        action: kind === 'sessions' ? (SIGN_IN[action] ?? action) : action,
        site,
        sites: sitesOf(before, after),
        target: kind,
        subject: id,
        version: after.version,
        fields: changesOf(before, after),
        values: { before: before?.data ?? {}, after: after.data },
        at: after.at,
        sameAs: JSON.stringify([site, kind, id, after.version]),
      });
    },
    async viewed({ kind }, site, subject, asked, { by, sessionId, address, country }) {
      await audit.note({
        ...known({ sessionId, address, country }),
        by,
        action: 'viewed',
        site,
        target: kind,
        subject,
        values: { asked },
      });
    },
  };
}

/** All that it concerned before and concerns now: whoever may not see one of them sees nothing of the change. */
const sitesOf = (before: RecordVersion | undefined, after: RecordVersion): readonly string[] => {
  const all = [before?.sites ?? after.sites, after.sites];
  return all.some((sites) => sites.length === 0) ? [] : [...new Set(all.flat())];
};

const actionOf = (before: RecordVersion | undefined, { deleted }: RecordVersion): AuditAction =>
  deleted ? 'deleted' : before ? 'changed' : 'created';

/** Of what the collector keeps to itself the names alone: that there is another password, not which. */
const changesOf = (before: RecordVersion | undefined, after: RecordVersion): string[] => [
  ...fieldsChanged(before?.data ?? {}, after.data),
  ...fieldsChanged(before?.hidden ?? {}, after.hidden),
];

const known = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>;
  };
