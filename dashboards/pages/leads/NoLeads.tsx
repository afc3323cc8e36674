import { rolesAt, seesOwnOnly } from '../../access.js';
import { EmptyState } from '../../components/Notice.js';
import { Snippet, tagOf } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { messages } from '../../i18n/locale.js';
import { me } from '../../session.js';
import { urlOf } from '../../urls.js';
import { texts } from './texts.js';

/** What a new owner sees: how the first lead gets here. */
export function NoLeads() {
  const { site } = useSite();
  const m = texts.value.empty;
  const access = me.value?.access ?? [];
  if (seesOwnOnly(access, site.id)) return <EmptyState>{m.unassigned}</EmptyState>;
  // How a site is set up is for those who can.
  if (!rolesAt(access, site.id).some((role) => role === 'owner' || role === 'marketer'))
    return <EmptyState>{m.title}</EmptyState>;
  return (
    <section class="card no-leads" aria-labelledby="no-leads">
      <h2 id="no-leads">{m.title}</h2>
      <p>{m.intro}</p>
      <ol class="steps">
        <li>
          <p>{m.paste}</p>
          <Snippet code={tagOf(site.id)} />
          <p>
            <a href={urlOf('/install', { site: site.id })}>{m.origins}</a>
          </p>
        </li>
        <li>{m.submit}</li>
        <li>{m.appear}</li>
      </ol>
      {/* The demo site's pages carry the key of the demo site: their forms would not show up under another one. */}
      {site.id === 'demo' && (
        <a class="button button-main" href="/demo/" target="_blank" rel="noopener">
          {m.demo}
          <span class="hidden-text"> {messages.value.newTab}</span>
        </a>
      )}
    </section>
  );
}
