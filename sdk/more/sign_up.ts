/** In what can be typed, and what the form's button, address and legend say; or a password twice. */
const SIGN_UP =
  /new-p|sign.?up|reg.st|crea|kay[ıid]|[üu]ye ol|olu.tur|scri[rvtb]|cadast|join|^pas(.|\n)+^pas/im;

/** Tells a sign-up from a log-in, by its words. */
export const signsUp = (said: string): boolean => SIGN_UP.test(said);
