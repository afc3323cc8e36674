import { plurals } from '../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  name: 'Nombre',
  conditions: 'Para quién',
  everybody: 'Todas las personas',
  counting: 'Contando…',
  matching: (count) =>
    plural(count, { one: '# lead hasta ahora cumple esto', other: '# leads hasta ahora cumplen esto' }),
  edit: 'Editar',
  editName: (name) => `Editar: ${name}`,
  remove: 'Eliminar',
  removeName: (name) => `Eliminar: ${name}`,
  removed: (name) => `Eliminada: ${name}`,
  gone: 'Esta regla ya no existe.',
  all: 'Todas las reglas',
  add: 'Regla nueva',
  make: 'Crear la regla',
};
