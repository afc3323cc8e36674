import { useLocation } from 'preact-iso';
import { PageHeading } from '../components/Heading.js';
import { messages } from '../i18n/locale.js';
import { urlOf } from '../urls.js';

export function NotFoundPage() {
  const { query } = useLocation();
  const m = messages.value.notFound;
  return (
    <>
      <PageHeading title={m.title} />
      <p>{m.text}</p>
      <a href={urlOf('/', { site: query.site })}>{m.back}</a>
    </>
  );
}
