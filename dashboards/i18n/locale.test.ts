import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages, pickLanguage } from './locale.js';

describe('pickLanguage', () => {
  it('takes the first of the reader’s languages that there is, in their own form', () => {
    expect(pickLanguage(['de-DE', 'es-MX', 'en'])).toEqual({ language: 'es', tag: 'es-MX' });
    expect(pickLanguage(['TR-tr'])).toEqual({ language: 'tr', tag: 'TR-tr' });
    expect(pickLanguage(['en-GB', 'tr'])).toEqual({ language: 'en', tag: 'en-GB' });
  });

  it('prefers what was chosen before', () => {
    expect(pickLanguage(['en-GB', 'tr-TR'], 'tr')).toEqual({ language: 'tr', tag: 'tr-TR' });
    expect(pickLanguage(['en-GB'], 'es')).toEqual({ language: 'es', tag: 'es' });
    expect(pickLanguage(['en-GB'], 'xx')).toEqual({ language: 'en', tag: 'en-GB' });
  });

  it('falls back to English', () =>
    expect(pickLanguage(['de', 'fr'])).toEqual({ language: 'en', tag: 'en' }));
});

/** Every text of a catalogue by its path; functions are called with marks, which must all come out again. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const marks = Array.from({ length: value.length }, (_, index) =>
      path.endsWith('dded') && index === 0 ? 1 : `<${index}>`,
    );
    const rich: unknown = value(...marks);
    return [[path, Array.isArray(rich) ? rich.join('') : String(rich)]];
  }
  return Object.entries(value as object).flatMap(([key, part]) => texts(part, path ? `${path}.${key}` : key));
}

describe('catalogues', async () => {
  const english = new Map(texts((await languages.en.load()).messages));

  it.each(['es', 'tr'] as const)('%s has every text, translated', async (language) => {
    const same = ['menu', 'site', 'leads.title', 'person.back', 'stages.lead', 'devices.tablet'];
    for (const [path, text] of texts((await languages[language].load()).messages)) {
      expect(text.trim(), path).not.toBe('');
      if (!same.includes(path)) expect(text, path).not.toBe(english.get(path));
      for (const [mark] of english.get(path)?.matchAll(/<\d>/g) ?? []) expect(text, path).toContain(mark);
    }
  });

  it('of the pages are there, too', async () => {
    const files = (language: string) =>
      readdirSync('dashboards/pages', { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(`texts.${language}.ts`))
        .map((name) => `../pages/${name}`)
        .sort();
    expect(files('en').length).toBeGreaterThan(5);
    for (const language of ['es', 'tr'] as const)
      for (const [at, file] of files('en').entries()) {
        const own = new Map(texts(((await import(file)) as { texts: object }).texts));
        const other = texts(((await import(files(language)[at] ?? '')) as { texts: object }).texts);
        expect(other.length, file).toBe(own.size);
        for (const [path, text] of other) {
          expect(text.trim(), `${file} ${path}`).not.toBe('');
          for (const [mark] of own.get(path)?.matchAll(/<\d>/g) ?? []) expect(text, path).toContain(mark);
          // Some words are the same by chance; a whole sentence is not.
          if (text.length > 15) expect(text, `${file} ${path}`).not.toBe(own.get(path));
        }
      }
  });

  it('count as the language does', async () => {
    const { messages } = await languages.en.load();
    expect(messages.loadedMore(1)).toBe('1 more loaded');
    expect(messages.loadedMore(1_200)).toBe('1,200 more loaded');
    expect((await languages.es.load()).messages.loadedMore(2)).toBe('Se han cargado 2 más');
    expect((await languages.tr.load()).messages.loadedMore(2)).toBe('2 kayıt daha yüklendi');
  });
});
