import { useSignal } from '@preact/signals';
import { useContext } from 'preact/hooks';
import { mayWriteAt } from '../access.js';
import { Icon } from '../components/Icon.js';
import { useShortcut } from '../components/shortcuts.js';
import { SiteContext } from '../components/site.js';
import { messages } from '../i18n/locale.js';
import { me } from '../session.js';
import { lazyPage } from './LazyPage.js';

const AddDialog = lazyPage(async () => {
  const { AddDialog } = await import('../people/acts/AddDialog.js');
  return { Page: AddDialog };
});

/** Enters a person from wherever one is. */
export function QuickAdd() {
  const isOpen = useSignal(false);
  const site = useContext(SiteContext)?.site;
  const access = me.value?.access ?? [];
  const mayAdd = site !== undefined && mayWriteAt(access, site.id);
  const open = () => {
    isOpen.value = true;
  };
  useShortcut(mayAdd ? 'n' : '', () => messages.value.addPerson, open);
  if (!mayAdd) return null;
  return (
    <>
      <button
        type="button"
        class="button button-icon"
        aria-label={messages.value.addPerson}
        aria-keyshortcuts="n"
        title={messages.value.addPerson}
        onPointerOver={AddDialog.preload}
        onClick={open}
      >
        <Icon name="add" />
      </button>
      {isOpen.value && (
        <AddDialog
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </>
  );
}
