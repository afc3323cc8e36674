import type { ComponentChildren } from 'preact';
import type { EntityKind } from '../api.js';
import { PageHeading } from '../components/Heading.js';
import { Loaded } from '../components/Loaded.js';
import { EmptyState } from '../components/Notice.js';
import { useSite } from '../components/site.js';
import { UserText } from '../components/Text.js';
import { useAddress } from '../components/useAddress.js';
import { useLiveRecord } from '../live/use.js';
import { urlOf } from '../urls.js';
import { texts } from './texts.js';

interface RulesPageProps<Rule> {
  kind: EntityKind;
  /** Its address. */
  path: string;
  list: (site: string, signal: AbortSignal) => Promise<Rule[]>;
  words: { intro: string; empty: { title: string; intro: string; first: string } };
  children: (rules: Rule[], reload: () => void) => ComponentChildren;
  /** One of them, or a new one. */
  edit: (rule: Rule | undefined, rules: Rule[], reload: () => void) => ComponentChildren;
}

/** Rules of a site; the one that the address names, to be changed; or a new one. */
export function RulesPage<Rule extends { id: string; name: string }>(props: RulesPageProps<Rule>) {
  const { kind, path, list, words, children, edit } = props;
  const m = texts.value;
  const { site } = useSite();
  const { search } = useAddress();
  const rules = useLiveRecord(`${kind} ${site.id}`, [kind], (signal) => list(site.id, signal));
  const edited = search.get('edit');
  const found = rules.record?.find(({ id }) => id === edited);
  const isNew = search.has('new');
  const isOne = isNew || edited !== null;
  return (
    <>
      <div class="page-head">
        {found ? (
          <PageHeading title={found.name}>
            <UserText>{found.name}</UserText>
          </PageHeading>
        ) : (
          <PageHeading title={isNew ? m.add : undefined} />
        )}
        {isOne ? (
          <a class="button" href={urlOf(path, { site: site.id })}>
            {m.all}
          </a>
        ) : (
          <a class="button button-main" href={urlOf(path, { site: site.id, new: 'yes' })}>
            {m.add}
          </a>
        )}
      </div>
      <div class={isOne ? 'stack' : 'stack stack-wide'}>
        <Loaded list={rules}>
          {(all) => {
            if (isNew || found) return edit(found, all, rules.retry);
            if (isOne)
              return (
                <EmptyState>
                  <p>{m.gone}</p>
                </EmptyState>
              );
            return (
              <>
                <p>{words.intro}</p>
                {all.length > 0 ? (
                  children(all, rules.retry)
                ) : (
                  <section class="card" aria-labelledby="no-rules">
                    <h2 id="no-rules">{words.empty.title}</h2>
                    <p>{words.empty.intro}</p>
                    <p>{words.empty.first}</p>
                  </section>
                )}
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}
