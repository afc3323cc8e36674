import type { Texts } from './texts.en.js';

export const texts: Texts = {
  intro:
    'Los textos que las personas aceptan. Quien anota un consentimiento elige una de estas finalidades; el texto y su versión quedan con él, aunque lo cambie aquí.',
  add: 'Añadir un texto',
  none: 'Aún no hay textos. Añada el que acompaña la casilla de su formulario, para que se conserve con cada consentimiento.',
  list: 'Textos',
  purpose: 'Finalidad',
  purposeHint: 'En una palabra, por ejemplo boletín. Varios textos pueden tener la misma.',
  text: 'Texto',
  language: 'Idioma',
  languageHint: 'Por ejemplo, es o es-MX.',
  url: 'Dirección',
  urlHint: 'De la página que lo explica.',
  save: 'Guardar',
  version: (version) => `Versión ${version}`,
  change: 'Cambiar',
  changeOf: (purpose) => `Cambiar: ${purpose}`,
  remove: 'Eliminar',
  removeOf: (purpose) => `Eliminar: ${purpose}`,
  removeTitle: '¿Eliminar este texto?',
  removeText: 'Ya no se propone. Lo que se aceptó conserva su texto.',
  removed: 'El texto está eliminado',
  saved: 'El texto está guardado',
};
