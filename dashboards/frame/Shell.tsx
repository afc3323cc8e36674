import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Site } from '../api.js';
import { Icon, Logo } from '../components/Icon.js';
import { LanguageMenu } from '../components/LanguageMenu.js';
import { ErrorNotice } from '../components/Notice.js';
import { messages } from '../i18n/locale.js';
import { sessionError, signOut } from '../session.js';
import { urlOf } from '../urls.js';
import { Menu } from './Menu.js';
import { QuickAdd } from './QuickAdd.js';
import { Shortcuts } from './Shortcuts.js';
import { SiteMenu } from './SiteMenu.js';
import { Who } from './Who.js';

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
          <a class="brand" href={urlOf('/', { site: query.site })}>
            <Logo />
            Leadline
          </a>
          <QuickAdd />
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
          <Menu site={site} />
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
      <Shortcuts site={site} />
      <main id="main" class="main" tabIndex={-1}>
        {sessionError.value && <ErrorNotice error={sessionError.value} />}
        {children}
      </main>
    </div>
  );
}
