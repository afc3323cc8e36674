import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PinnedScript } from '../../schemas/api.js';
import { messages } from '../i18n/locale.js';
import { announce } from './announce.js';
import { Icon } from './Icon.js';

/** The tag of a site, as its owner pastes it. */
export const tagOf = (site: string) =>
  `<script async src="${location.origin}/leadline.js" data-site="${site}"></script>`;

/** The tag of one version of the script, which the browser compares with its hash (SRI). */
export const pinnedTagOf = (site: string, { file, integrity }: PinnedScript) =>
  `<script async src="${location.origin}/${file}" integrity="${integrity}" crossorigin="anonymous" data-site="${site}"></script>`;

/** A piece of code with a button that copies it. */
export function Snippet({ code }: { code: string }) {
  const m = messages.value;
  const copied = useSignal(false);
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!copied.value) return;
    const timer = setTimeout(() => {
      copied.value = false;
    }, 3_000);
    return () => clearTimeout(timer);
  }, [copied.value]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(code);
      copied.value = true;
      announce(m.copied);
    } catch {
      // No clipboard without HTTPS (and localhost): the text is selected, ready for Ctrl+C.
      if (text.current) getSelection()?.selectAllChildren(text.current);
    }
  }

  return (
    <div class="snippet">
      <pre>
        <code ref={text} translate={false}>
          {code}
        </code>
      </pre>
      <button type="button" class="button" onClick={copy}>
        <Icon name={copied.value ? 'check' : 'copy'} />
        {copied.value ? m.copied : m.copy}
      </button>
    </div>
  );
}
