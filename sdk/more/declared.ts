import { commands, on } from './internals.js';

/** What a visitor presses; anything else that is marked counts when it is shown. */
const PRESSED = 'a,button,input,form,[role=button]';

/**
 * What the page marks in HTML: `data-leadline-event="name"` on whatever is pressed or submitted,
 * `data-leadline-conversion="name"` the same, or on anything of a thank-you page, and `data-leadline-form="name"` around
 * fields that are in no form. Other `data-leadline-…` attributes are the event's properties.
 */
export const captureDeclared = (): void => {
  const tell = ({ dataset }: HTMLElement) => {
    const { leadlineEvent: event, leadlineConversion: name } = dataset;
    const props: Record<string, string> = {};
    for (const key in dataset)
      key.replace(
        /^leadline(.)(.*)/,
        (_, first, rest) => (props[first.toLowerCase() + rest] = dataset[key] as string),
      );
    for (const key of ['event', 'conversion', 'fields', 'form']) delete props[key];
    if (event) commands.track(event, props);
    if (name !== undefined) commands.conversion({ ...props, name: name || undefined });
  };

  on('click submit', (event: Event) => {
    const path = event.composedPath() as HTMLElement[];
    for (const element of path) {
      const { leadlineEvent, leadlineConversion, leadlineForm } = element.dataset || {};
      // A form is submitted, everything else is pressed.
      if (!element.dataset || element.matches('form') !== (event.type === 'submit')) continue;
      if (leadlineEvent || (leadlineConversion !== undefined && element.matches(PRESSED))) tell(element);
      if (
        leadlineForm !== undefined &&
        (path[0] as HTMLElement).closest('button,[type=submit],[type=button],[role=button]') &&
        !element.querySelector(':invalid')
      ) {
        element.setAttribute('name', leadlineForm);
        commands.form(element);
      }
    }
  });

  const shown = new WeakSet<Element>();
  const [{ type = '' } = {}] = performance.getEntriesByType('navigation') as { type?: string }[];
  const look = () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-leadline-conversion]')) {
      // Without an order's id, only the load tells whether this is the same one again.
      if (
        !shown.has(element) &&
        !element.matches(PRESSED) &&
        (element.dataset.leadlineOrderId || !/re|ba/.test(type))
      )
        tell(element);
      shown.add(element);
    }
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
};
