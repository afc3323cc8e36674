import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Site } from '../api.js';
import { Icon, type IconName, Logo } from '../components/Icon.js';
import { LanguageMenu } from '../components/LanguageMenu.js';
import { ErrorNotice } from '../components/Notice.js';
import { UserText } from '../components/Text.js';
import { messages } from '../i18n/locale.js';
import { mayOpen, sectionAt, sections } from '../sections.js';
import { isFirstRun, isSetupLater, me, sessionError, signOut } from '../session.js';
import { leadsUrl } from '../urls.js';

/** The frame of every page: sections and site beside it, on a phone behind a menu button above it. */
export function Shell({ sites, children }: { sites: Site[] | undefined; children: ComponentChildren }) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const { path, query } = useLocation();
  const m = messages.value;
  const site = query.site ?? '';
  useEffect(() => {
    open.value = false;
  }, [path, query.site]);
  useEffect(() => {
    if (!open.value) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      open.value = false;
      button.current?.focus();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [open.value]);
  return (
    <div class="shell">
      <a class="skip" href="#main">
        {m.skip}
      </a>
      <header class="side">
        <div class="side-top">
          <a class="brand" href={leadsUrl(query.site)}>
            <Logo />
            Leadline
          </a>
          <button
            ref={button}
            type="button"
            class="button menu-button"
            aria-expanded={open.value}
            aria-controls="side-panel"
            onClick={() => {
              open.value = !open.value;
            }}
          >
            <Icon name={open.value ? 'remove' : 'menu'} />
            {m.menu}
          </button>
        </div>
        <div id="side-panel" class={open.value ? 'side-panel side-open' : 'side-panel'}>
          <SiteMenu sites={sites} />
          <nav aria-label={m.sections}>
            {sections
              .filter((section) => mayOpen(section, me.value?.access ?? [], site))
              .map((section) => (
                <SectionLink
                  key={section.name}
                  href={section.url(query.site)}
                  icon={section.icon}
                  active={section.paths.test(path)}
                  exact={section.url() === path}
                >
                  {section.title(m)}
                </SectionLink>
              ))}
          </nav>
          <div class="side-end">
            <LanguageMenu />
            <Who />
            <button type="button" class="button button-plain" onClick={() => signOut()}>
              <Icon name="signOut" />
              {m.signOut}
            </button>
          </div>
        </div>
      </header>
      <main id="main" class="main" tabIndex={-1}>
        {sessionError.value && <ErrorNotice error={sessionError.value} />}
        {children}
      </main>
    </div>
  );
}

interface SectionLinkProps {
  href: string;
  icon: IconName;
  active: boolean;
  exact: boolean;
  children: string;
}

function SectionLink({ href, icon, active, exact, children }: SectionLinkProps) {
  return (
    <a class="section" href={href} aria-current={active ? (exact ? 'page' : 'true') : undefined}>
      <Icon name={icon} />
      {children}
    </a>
  );
}

/** Whose session it is: browsers are shared. */
function Who() {
  const m = messages.value;
  if (!me.value) return null;
  return (
    <p class="who small">
      <span class="muted">
        {m.signedInAs(
          <strong>
            <UserText>{me.value.user?.name ?? m.adminKey}</UserText>
          </strong>,
        )}
      </span>
      {isFirstRun.value && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            isSetupLater.value = false;
          }}
        >
          {m.makeAccount}
        </button>
      )}
    </p>
  );
}

function SiteMenu({ sites }: { sites: Site[] | undefined }) {
  const { path, query, route } = useLocation();
  if (!sites || sites.length === 0) return <div class="site-menu" />;
  const known = sites.some(({ id }) => id === query.site);
  const urlOf = sectionAt(path)?.url ?? leadsUrl;
  const change = (id: string) => route(urlOf(id));
  return (
    <label class="field site-menu">
      <span>{messages.value.site}</span>
      <select value={known ? query.site : ''} onChange={(event) => change(event.currentTarget.value)}>
        {!known && <option value="" />}
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
