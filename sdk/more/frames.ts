import { commands, guard, listeners, options } from './internals.js';

/** What happens in a frame of the same origin happens on the page, unless the frame has the script itself. */
export const captureFrames = (): void => {
  const seen = new WeakSet<object>();
  const watch = guard(({ contentWindow }: HTMLIFrameElement) => {
    const view = contentWindow as unknown as typeof globalThis & Record<string, unknown>;
    // Throws for another origin. Each page that a frame loads has its own, but the first one, which takes over that of
    // the empty page before it, with its listeners (HTML 7.4.2.2, "initial about:blank").
    const { HTMLFormElement } = view;
    if (seen.has(HTMLFormElement)) return;
    seen.add(HTMLFormElement);
    const unlessOwn = (run: (subject: never) => void) =>
      guard((subject: never) => view[`leadline:${options.site}:`] || run(subject));
    for (const [type, listener] of listeners)
      if (/^(submit|focusin)|click/.test(type))
        view.addEventListener(type, unlessOwn(listener as never) as never, true);
    const { submit } = HTMLFormElement.prototype;
    const onScript = unlessOwn(commands.form);
    HTMLFormElement.prototype.submit = function () {
      onScript(this as never);
      submit.call(this);
    };
  });
  document.querySelectorAll('iframe').forEach(watch);
  // `load` does not bubble, and does not get to the window (DOM, "get the parent").
  document.addEventListener('load', ({ target }) => watch(target as HTMLIFrameElement), true);
};
