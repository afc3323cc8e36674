// Libraries that submit forms without a submit event.

import { guard, on, take } from './internals.js';

/** Of htmx 1 and 2, and of 4: https://htmx.org/events/#htmx:beforeRequest */
type HtmxEvent = CustomEvent<{
  requestConfig?: { verb: string };
  ctx: { request: { method: string } };
}>;

/** https://learn.jquery.com/events/event-extensions/ */
interface JQuery {
  event: { special: Record<string, { trigger?: unknown }> };
}

export const captureLibraries = (): void => {
  // A button that sends the form around it.
  on('htmx:beforeRequest htmx:before:request', ({ target, detail }: HtmxEvent) => {
    const button = target as HTMLButtonElement;
    const { requestConfig, ctx } = detail;
    if (
      !/get/i.test(requestConfig ? requestConfig.verb : ctx.request.method) &&
      /^(submit|button)$/.test(button.type)
    )
      take(button.closest('form') as HTMLFormElement, 0, button);
  });

  // `trigger('submit')` calls the handlers that jQuery knows, and `form.submit()` unless one of them prevents it.
  const watchJquery = guard(() => {
    const { special } = (window as never as { jQuery: JQuery }).jQuery.event;
    special.submit = {
      ...special.submit,
      // What it gives decides whether jQuery goes on.
      trigger(this: HTMLFormElement) {
        take(this);
      },
    };
  });
  on('DOMContentLoaded load pointerdown', watchJquery);
  watchJquery();
};
