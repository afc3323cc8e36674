import { useEffect, useRef } from 'preact/hooks';
import { PlainTable } from '../../components/PlainTable.js';
import { Snippet } from '../../components/Snippet.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import type { Converted } from '../../links/data.js';
import { linkUrl, readableUrl } from '../../urls.js';
import { texts } from './texts.js';

/** What became of an e-mail: its links, what stays as it is, and its source before and after. */
export function Result({ before, after }: { before: string; after: Converted }) {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [after]);
  return (
    <section class="card converted" aria-labelledby="converted">
      <h2 id="converted" ref={heading} tabIndex={-1}>
        {m.links(after.links.length)}
      </h2>
      {after.links.length > 0 && (
        <PlainTable
          label={m.links(after.links.length)}
          rows={after.links}
          keyOf={({ link }) => link}
          columns={[
            {
              name: 'destination',
              title: m.destination,
              card: 'title',
              width: 20,
              cell: ({ link, destination }) => (
                <a href={linkUrl(site.id, link)}>
                  <UserText>{readableUrl(destination)}</UserText>
                </a>
              ),
            },
            {
              name: 'count',
              title: m.times,
              width: 5,
              align: 'end',
              cell: ({ count }) => format.number(count),
            },
          ]}
        />
      )}
      {after.untouched.length > 0 && (
        <>
          <h3>{m.untouched}</h3>
          <PlainTable
            label={m.untouched}
            rows={after.untouched}
            keyOf={({ address }) => address}
            columns={[
              {
                name: 'address',
                title: m.address,
                card: 'title',
                width: 14,
                cell: ({ address }) => <UserText>{address}</UserText>,
              },
              { name: 'why', title: m.why, width: 12, wraps: true, cell: ({ why }) => m.whys[why] },
            ]}
          />
        </>
      )}
      <h3>{m.after}</h3>
      <Snippet code={after.html} />
      <details>
        <summary>{m.before}</summary>
        <Snippet code={before} />
      </details>
    </section>
  );
}
