import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../components/Icon.js';
import { Skeleton } from '../components/Notice.js';
import { language, messages } from '../i18n/locale.js';
import { loadTexts } from '../i18n/texts.js';

/** A part of the dashboards that is fetched, with its texts, when it is first shown. */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const page = signal<{ Page: ComponentType<Props> } | undefined>(undefined);
  const failed = signal(false);

  async function start(): Promise<void> {
    try {
      const Page = await load();
      await loadTexts(language.peek());
      page.value = { Page };
    } catch (error) {
      console.error(error);
      failed.value = true;
    }
  }

  return function LazyPage(props: Props) {
    useEffect(() => {
      if (!page.peek()) void start();
    }, []);
    if (page.value) return <page.value.Page {...props} />;
    return failed.value ? <Outdated /> : <Skeleton />;
  };
}

/** A browser remembers that a module could not be fetched: only a reload tries again. */
function Outdated() {
  const m = messages.value;
  return (
    <div class="notice notice-error" role="alert">
      <Icon name="alert" />
      <p>{m.outdated}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {m.broken.reload}
      </button>
    </div>
  );
}
