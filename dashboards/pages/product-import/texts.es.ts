import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  intro:
    'Trae lo que vendes, con sus precios de lista, de un archivo CSV. Una vista previa dice qué será de cada fila antes de hacer nada; una celda vacía no borra nada.',
  back: 'Todos los productos',
  choose: 'Archivo CSV',
  read: 'Leer el archivo',
  columns: 'Qué son las columnas',
  leaveOut: 'No importar',
  preview: 'Vista previa',
  row: 'Fila',
  what: 'Qué',
  why: 'Por qué',
  noId: 'Di qué columna es el número de producto.',
  nothingToDo: 'Ninguna fila añade ni cambia un producto: no hay nada que importar.',
  changedSince: 'Alguien lo ha cambiado desde la vista previa: lee el archivo de nuevo.',
  notStored: 'No se pudo guardar: lee el archivo de nuevo.',
  unusable: {
    format: 'No se puede leer como CSV. Guarda antes la hoja de cálculo como CSV.',
    missing: 'No hay productos en este archivo: hace falta una fila de nombres y al menos otra debajo.',
    too_long: 'El archivo tiene más de 500 columnas: quita algunas.',
    too_large: 'El archivo tiene más de 5.000 filas: divídelo.',
  },
  actions: { create: 'Añadir', update: 'Cambiar', unchanged: 'Sin cambios', skip: 'Omitir' },
  reasons: {
    too_many_cells: () => 'Tiene más celdas que columnas hay.',
    id_missing: () => 'No tiene número de producto.',
    name_missing: () => 'Un producto nuevo necesita un nombre.',
    value_invalid: (field) =>
      `${field}: no es válido. Un precio es como 1234,50, en la moneda de su fila o, si no, del sitio.`,
    same_as_row: (row) => `La fila ${row} trata del mismo producto.`,
  },
  counted: (action, count) => `${action}: ${count}`,
  twice: (field) => `${field} está elegido para dos columnas: deja una sin importar.`,
  run: (products) => plural(products, { one: 'Importar # producto', other: 'Importar # productos' }),
  progress: (done, total) => `${done} de ${total} productos`,
  done: (products) =>
    plural(products, { one: 'Se importó # producto.', other: 'Se importaron # productos.' }),
};
