import { signal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../components/Icon.js';
import { Skeleton } from '../components/Notice.js';
import { messages } from '../i18n/locale.js';
import { loadTexts } from '../i18n/texts.js';

/** A part of the dashboards that is fetched, with its texts, when it is first shown or about to be. */
export interface Lazy<Props> {
  (props: Props): VNode;
  /** Begins to fetch it. */
  preload: () => void;
}

/** @param load of the module; its component is called `Page` */
export function lazyPage<Props extends object>(
  load: () => Promise<{ Page: ComponentType<Props> }>,
): Lazy<Props> {
  const page = signal<{ Page: ComponentType<Props> } | undefined>(undefined);
  const failed = signal(false);
  let isStarted = false;

  async function start(): Promise<void> {
    try {
      const { Page } = await load();
      await loadTexts();
      page.value = { Page };
    } catch (error) {
      console.error(error);
      failed.value = true;
    }
  }

  function preload(): void {
    if (isStarted) return;
    isStarted = true;
    void start();
  }

  function LazyPage(props: Props) {
    useEffect(preload, []);
    if (page.value) return <page.value.Page {...props} />;
    return failed.value ? <Outdated /> : <Skeleton />;
  }
  return Object.assign(LazyPage, { preload });
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
