import { EmptyState } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { urlOf } from '../../urls.js';
import { texts } from './texts.js';

export function NothingDue() {
  const m = texts.value.empty;
  const { site } = useSite();
  return (
    <EmptyState>
      <h2>{m.title}</h2>
      <p class="empty-text">{m.text}</p>
      <a class="button" href={urlOf('/leads', { site: site.id })}>
        {m.leads}
      </a>
    </EmptyState>
  );
}
