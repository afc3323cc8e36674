import { type Language, languages } from '../../schemas/entities/access.js';

export type { Language };

/** The first language of a browser's `Accept-Language` that there is; English else. */
export function languageOf(accepted: string): Language {
  const wanted = accepted
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality = ''] = part.split(';q=');
      return { language: tag.trim().slice(0, 2).toLowerCase(), quality: Number(quality || 1) };
    })
    .sort((one, other) => other.quality - one.quality);
  return (wanted.find(({ language }) => (languages as readonly string[]).includes(language))?.language ??
    'en') as Language;
}
