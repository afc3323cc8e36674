import type { hooks } from '../hooks.js';

/** In what can be typed, and what the form's button, address and legend say; or a password twice. */
const SIGN_UP =
  /new-p|sign.?up|reg.st|crea|kay[ıid]|[üu]ye ol|olu.tur|scri[rvtb]|cadast|join|^pas.*[^]*^pas/im;

/** Tells a sign-up from a log-in, by its words. */
export const signsUp: typeof hooks.signsUp = (form, { textContent, value }, typed) => {
  const { prototype } = HTMLFormElement;
  const legend = prototype.querySelector.call(form, 'legend');
  const action = `${prototype.getAttribute.call(form, 'action')}`;
  return SIGN_UP.test(
    [typed + textContent, value, action.split('?')[0], legend && legend.textContent].join(' '),
  );
};
