import { useLocation } from 'preact-iso';
import { PageHeading } from '../components/Heading.js';
import { messages } from '../i18n/locale.js';
import { leadsUrl } from '../urls.js';

export function NotFoundPage() {
  const { query } = useLocation();
  const m = messages.value.notFound;
  return (
    <>
      <PageHeading title={m.title} />
      <p>{m.text}</p>
      <a href={leadsUrl(query.site)}>{m.back}</a>
    </>
  );
}
