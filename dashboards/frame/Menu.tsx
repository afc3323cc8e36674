import { useId } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { language, messages } from '../i18n/locale.js';
import { mayOpen, pageAt, type Section, sections } from '../sections.js';
import { me } from '../session.js';
import { urlOf } from '../urls.js';
import { preload } from './parts.js';

/** The sections and their pages, as far as the reader may open them. */
export function Menu({ site }: { site: string }) {
  return (
    <nav aria-label={messages.value.sections} onPointerOver={preloadLink} onFocusIn={preloadLink}>
      {sections.map((section) => (
        <SectionMenu key={section.name} section={section} site={site} />
      ))}
    </nav>
  );
}

/** A pointer over a link comes before the click, often by as long as the page takes to be fetched. */
function preloadLink({ target }: Event) {
  const link = target instanceof Element && target.closest('a');
  if (link) preload(link.href);
}

interface SectionMenuProps {
  section: Section;
  site: string;
}

/** The pages of a section that the reader may open; nothing where there is none. */
function SectionMenu({ section, site }: SectionMenuProps) {
  const { path } = useLocation();
  const id = useId();
  const access = me.value?.access ?? [];
  const shown = section.pages.filter((page) => page.under === undefined && mayOpen(page, access, site));
  if (shown.length === 0) return null;
  const open = pageAt(path);
  return (
    <div class="section">
      <p id={id} class="section-title">
        {section.title[language.value]}
      </p>
      <ul aria-labelledby={id}>
        {shown.map((page) => (
          <li key={page.path}>
            <a
              class="section-link"
              href={urlOf(page.path, { site })}
              aria-current={page === open ? 'page' : page.path === open?.under ? 'true' : undefined}
            >
              {page.title[language.value]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
