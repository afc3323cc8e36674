import { add, keep, kept, on, stamp } from './internals.js';

/** What a tracked link adds to the address that it leads to; the contract takes as many signs. */
const CLICK = /[?&]ll_click=([\w-]{1,128})/;

/**
 * Evidence for the click of a tracked link that led here: that the page is there, and the first sign of a person. Once
 * for each click, however often the page is loaded again.
 */
export const captureEvidence = (): void => {
  const [entry] = performance.getEntriesByType('navigation') as { name: string; activationStart?: number }[];
  const [, click] = CLICK.exec((entry ? entry.name : '') + location.search) || [];
  if (!click) return;
  const tell = (kind: string, trusted: boolean) => {
    const told = `${click} ${trusted}`;
    if (kept('click') === told || kept('click') === `${click} true`) return;
    keep('click', told);
    add({ ...stamp(), type: 'click_evidence', click, kind, trusted } as never);
  };
  tell(entry && entry.activationStart ? 'prerender_activated' : 'landing', false);
  on('pointerdown pointermove keydown touchstart', ({ type, isTrusted, pointerType }: PointerEvent) => {
    if (isTrusted) tell(/^t/.test(pointerType || type) ? 'touch' : /^k/.test(type) ? 'key' : 'pointer', true);
  });
};
