import type { FieldHint } from '../../schemas/events/form_submit.js';
import { whole } from './vocabulary.js';
import { fold } from './words.js';

/** Words of agreement and of what is agreed to, in English, Spanish and Turkish, with some German and French. */
const CONSENT = whole(
  'consent\\w*|i agree|agree(?:ment|d)?|accept\\w*|opt ?in|permission|gdpr|ccpa|privacy|terms|tos|tnc|newsletter\\w*',
  'sign me up|keep me (?:informed|updated|posted)|(?:like|want|wish) to receive|contact me|cookie policy',
  'subscri\\w+|mailing ?list|marketing (?:e ?mails?|comm\\w*|consent|messages?|material\\w*|opt\\w*)',
  'acept\\w*|consient\\w*|autoriz\\w*|rgpd|lopd\\w*|privacidad|terminos|condiciones (?:de|del|generales|legales)',
  'aviso legal|de acuerdo|politica de|proteccion (?:de )?datos|he leido|boletin\\w*|suscri\\w+|comunicaciones comerciales',
  '(?:quiero|deseo) recibir',
  'onay\\w*|kabul\\w*|riza\\w*|izin|izni\\w*|kvkk\\w*|aydinlatma|gizlilik|sozlesme\\w*|sartlar\\w*|kosullar\\w*',
  'okudum|haberdar|cerez politika\\w*|bulten\\w*|abone\\w*|elektronik ileti\\w*|veriler\\w* islen\\w*',
  'datenschutz\\w*|dsgvo|einwillig\\w*|einverstanden|zustimm\\w*|stimme|agb|akzeptier\\w*',
  'accepte|confidentialite|donnees personnelles',
);
/** Ticking this says no. */
const REFUSAL = whole(
  'do not|don t|opt ?out|unsubscri\\w+|no (?:quiero|deseo|acepto|autorizo)',
  'istemiyorum|etmiyorum|vermiyorum|nicht|ne souhaite pas',
);
const REFUSED = /^(?:false|0|no|off|n|hay[ıi]r|nein|non)$/i;
/** What a box says that was ticked, and says nothing else. */
export const TICKED =
  /^(?:on|true|1|yes|y|si|sí|evet|ja|oui|ok|checked|agreed?|accepted|granted|acepto|kabul|onay\w*)$/i;
const CONSENT_MAX = 200;

/**
 * What somebody agreed to by this field: its name, or its label where the name says nothing; undefined for any other
 * field. Check boxes count as they come, since one that is not ticked is not sent; others by a plain yes.
 */
export function consentOf(
  name: string,
  values: string[],
  { type, label = '' }: FieldHint,
): string | undefined {
  const ticked = values.some((value) =>
    type === 'checkbox' ? !REFUSED.test(value.trim()) : TICKED.test(value.trim()),
  );
  if (!ticked) return undefined;
  const texts = [name, label].map((text) => ({ text, folded: fold(text) }));
  if (texts.some(({ folded }) => REFUSAL.test(folded))) return undefined;
  const says = texts.find(({ folded }) => CONSENT.test(folded))?.text;
  return says?.slice(0, CONSENT_MAX);
}
