import { plurals } from '../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  newRows: (count: number) => plural(count, { one: '# novedad', other: '# novedades' }),
  table: {
    columns: 'Columnas',
    usual: 'Las columnas habituales',
    csv: 'CSV',
    csvHint: 'Descargar como CSV',
    downloaded: 'El archivo está listo.',
    sortBy: 'Ordenar por',
    ascending: 'ascendente',
    descending: 'descendente',
    select: (name) => `Seleccionar ${name}`,
    row: (number) => `la fila ${number}`,
    selectAll: 'Seleccionar todo lo que se ve',
    selected: (count) => plural(count, { one: '# seleccionado', other: '# seleccionados' }),
    unselect: 'Quitar la selección',
    actions: 'Acciones',
    found: (count) => plural(count, { one: '# resultado', other: '# resultados' }),
    shown: (shown, count) =>
      plural(count, { one: `${shown} de # resultado`, other: `${shown} de # resultados` }),
    nothing: 'Aquí todavía no hay nada.',
    keys: {
      next: 'Fila siguiente',
      previous: 'Fila anterior',
      select: 'Seleccionar la fila',
      clear: 'Quitar la selección',
    },
    hint: { move: 'moverse', open: 'abrir', select: 'seleccionar' },
  },
  form: {
    draft: (when) => `Aquí están tus cambios sin guardar (${when}).`,
    keep: 'Recuperarlos',
    discard: 'Descartarlos',
    conflict:
      'Mientras tanto otra persona ha guardado cambios. Donde los dos habéis cambiado algo, elige qué vale y guarda.',
    choose: 'Elige cuál de los dos vale.',
    two: (field) => `${field}: dos valores`,
    yours: 'Lo tuyo:',
    theirs: 'Lo suyo, ya guardado:',
    empty: 'nada',
    line: (field, number) => `${field}, ${number}`,
    removeLine: (line) => `Quitar ${line}`,
  },
  filters: {
    add: 'Filtro',
    column: 'Columna',
    operator: 'Cómo',
    value: 'Qué',
    apply: 'Aplicar',
    edit: (filter) => `Cambiar el filtro: ${filter}`,
    remove: (filter) => `Quitar el filtro: ${filter}`,
    is: (title, values) => [title, ' es ', values],
    isNot: (title, values) => [title, ' no es ', values],
    contains: (title, values) => [title, ' contiene ', values],
    from: (title, value) => [title, ' es al menos ', value],
    to: (title, value) => [title, ' es como mucho ', value],
    since: (title, day) => [title, ' desde ', day],
    until: (title, day) => [title, ' hasta ', day],
    nobody: 'nadie',
    nothing: 'vacío',
  },
};
