import { seesOwnOnly } from '../../access.js';
import { EmptyState } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { me } from '../../session.js';
import { urlOf } from '../../urls.js';
import { texts } from './texts.js';

/** How somebody becomes a customer. */
export function NoCustomers() {
  const { site } = useSite();
  const m = texts.value.empty;
  const isOwn = seesOwnOnly(me.value?.access ?? [], site.id);
  return (
    <EmptyState>
      <h2>{m.title}</h2>
      <p class="empty-text">{isOwn ? m.unassigned : m.text}</p>
      <a class="button" href={urlOf('/leads', { site: site.id })}>
        {m.leads}
      </a>
    </EmptyState>
  );
}
