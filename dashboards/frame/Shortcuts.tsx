import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { addShortcut, useShortcut } from '../components/shortcuts.js';
import { texts } from '../components/texts.js';
import { language } from '../i18n/locale.js';
import { mayOpen, type PageEntry, pages } from '../sections.js';
import { me } from '../session.js';
import { urlOf } from '../urls.js';
import { lazyPage } from './LazyPage.js';

const ShortcutList = lazyPage(async () => {
  const { ShortcutList } = await import('../components/ShortcutList.js');
  return { Page: ShortcutList };
});

/** The shortcuts that there are on every page: to the search, to the pages by their letters, and the list of all. */
export function Shortcuts({ site }: { site: string }) {
  const { route } = useLocation();
  const isListed = useSignal(false);
  const words = () => texts.value.shortcuts;
  useShortcut(
    '?',
    () => words().list,
    () => {
      isListed.value = true;
    },
  );
  useShortcut(
    '/',
    () => words().search,
    () => document.querySelector<HTMLElement>('main [type=search]')?.focus(),
  );

  const access = me.value?.access ?? [];
  const open = pages.filter((page) => page.letter && mayOpen(page, access, site));
  const goTo = ({ path, title, letter }: PageEntry) =>
    addShortcut({
      keys: `g ${letter}`,
      description: () => words().goTo(title[language.value]),
      run: () => route(urlOf(path, { site })),
    });
  const paths = open.map(({ path }) => path).join(' ');
  useEffect(() => {
    const ends = open.map(goTo);
    return () => {
      for (const end of ends) end();
    };
  }, [paths, site]);

  if (!isListed.value) return null;
  return (
    <ShortcutList
      designUrl={urlOf('/design', { site })}
      onClose={() => {
        isListed.value = false;
      }}
    />
  );
}
