import type { Texts } from './texts.en.js';

export const texts: Texts = {
  views: 'Vistas guardadas',
  chosen: (name) => `Vista guardada: ${name}`,
  none: 'Nadie ha guardado una vista todavía. Una vista conserva la búsqueda, los filtros, el orden y las columnas para todo el equipo.',
  saveNew: 'Guardar lo que se ve como vista',
  name: 'Nombre de la vista',
  save: 'Guardar vista',
  update: 'Guardar cambios',
  updateHint: (name) => `Guardar lo que se ve como «${name}»`,
  rename: 'Cambiar el nombre',
  remove: 'Eliminar',
  saved: (name) => `Guardada: ${name}`,
  removed: (name) => `Eliminada: ${name}`,
};
