import { rolesAt, seesOwnOnly } from '../../access.js';
import { EmptyState } from '../../components/Notice.js';
import { Snippet, tagOf } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { messages } from '../../i18n/locale.js';
import { me } from '../../session.js';
import { installUrl } from '../../urls.js';

/** What a new owner sees: how the first lead gets here. */
export function NoLeads() {
  const { site } = useSite();
  const m = messages.value;
  const access = me.value?.access ?? [];
  if (seesOwnOnly(access, site.id)) return <EmptyState>{m.empty.unassigned}</EmptyState>;
  // How a site is set up is for those who can.
  if (!rolesAt(access, site.id).some((role) => role === 'owner' || role === 'marketer'))
    return <EmptyState>{m.empty.title}</EmptyState>;
  return (
    <section class="card no-leads" aria-labelledby="no-leads">
      <h2 id="no-leads">{m.empty.title}</h2>
      <p>{m.empty.intro}</p>
      <ol class="steps">
        <li>
          <p>{m.empty.paste}</p>
          <Snippet code={tagOf(site.id)} />
          <p>
            <a href={installUrl(site.id)}>{m.empty.origins}</a>
          </p>
        </li>
        <li>{m.empty.submit}</li>
        <li>{m.empty.appear}</li>
      </ol>
      {/* The demo site's pages carry the key of the demo site: their forms would not show up under another one. */}
      {site.id === 'demo' && (
        <a class="button button-main" href="/demo/" target="_blank" rel="noopener">
          {m.empty.demo}
          <span class="hidden-text"> {m.newTab}</span>
        </a>
      )}
    </section>
  );
}
