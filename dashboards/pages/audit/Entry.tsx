import type { Access } from '../../access.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { formatTag, messages } from '../../i18n/locale.js';
import { sayAccess } from '../../i18n/say_access.js';
import { changesBetween } from './changes.js';
import type { AuditRow } from './data.js';
import { sayValue } from './say_value.js';
import { sentenceOf } from './sentence.js';
import { texts } from './texts.js';
import type { NameOf } from './useNames.js';

/** A sentence, and what it was exactly for those who open it. */
export function Entry({ row, nameOf }: { row: AuditRow; nameOf: NameOf }) {
  const m = texts.value;
  const format = useFormat();
  const sentence = sentenceOf(row, m, { mark: (text) => <UserText>{text}</UserText>, nameOf });
  const { sites } = useSite();
  const siteName = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  const saying = {
    nameOf,
    dateTime: format.dateTime,
    sayAccess: (access: Access[]) => sayAccess(access, siteName, messages.value, formatTag.value),
  };
  const changes = changesBetween(row.before, row.after, (field, value) => sayValue(field, value, m, saying));
  const asked = changesBetween({}, row.asked).filter(({ after }) => !['{}', '[]'].includes(after));
  const facts: [string, string][] = [
    [m.reason, row.code],
    [m.version, row.version ? format.number(row.version) : ''],
    [m.session, row.session_id],
    ...asked.map(({ field, after }): [string, string] => [`${m.asked}: ${field}`, after]),
  ];
  return (
    <details class="audit-entry">
      <summary>{sentence}</summary>
      {changes.length > 0 && <Changes changes={changes} />}
      <dl class="data-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <UserText>{value}</UserText>
              </dd>
            </div>
          ))}
        <Moment ts={row.ts} />
      </dl>
    </details>
  );
}

function Moment({ ts }: { ts: number }) {
  const m = texts.value;
  const format = useFormat();
  return (
    <div>
      <dt>{m.columns.when}</dt>
      <dd>{format.dateTime(ts)}</dd>
    </div>
  );
}

function Changes({ changes }: { changes: ReturnType<typeof changesBetween> }) {
  const m = texts.value;
  const words: Partial<Record<string, string>> = m.fields;
  return (
    <table class="changes">
      <thead>
        <tr>
          <th scope="col">{m.field}</th>
          <th scope="col">{m.before}</th>
          <th scope="col">{m.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{words[field] ?? field}</th>
            <td>
              <UserText>{before}</UserText>
            </td>
            <td>
              <UserText>{after}</UserText>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
