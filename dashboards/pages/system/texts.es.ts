import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  intro: 'Cómo va este Leadline, para todos los sitios a la vez.',
  well: 'Todo va bien: los eventos se reciben y se guardan.',
  troubles: {
    queueFull:
      'Ya no se aceptan eventos: lo que espera a ClickHouse ha llegado a su límite en el disco. Quien los envía los conserva y vuelve a intentarlo. Recupera ClickHouse, o sube LEADLINE_QUEUE_BYTES y reinicia Leadline.',
    storeDown: (isEmbedded) =>
      isEmbedded
        ? 'ClickHouse no responde. Los eventos se reciben y esperan en el disco; no hay listas ni informes. Se reinicia solo: si no vuelve, mira el registro del colector.'
        : 'ClickHouse no responde. Los eventos se reciben y esperan; no hay listas ni informes. Comprueba que tu servidor funciona y que CLICKHOUSE_URL es correcta.',
    notStored: (since, error) =>
      `Hace ${since} que no se puede guardar nada${error && ` (${error})`}. Los eventos esperan en el disco y se vuelve a intentar. Mira el registro de ClickHouse y su disco.`,
    diskFull: (free) =>
      `Solo quedan ${free} libres en el disco de la carpeta de datos. ClickHouse necesita espacio para fusionar: libera algo o mueve la carpeta a un disco más grande.`,
    lag: (age) =>
      `El evento más antiguo lleva ${age} esperando. No se guarda al ritmo que llega: la máquina puede estar demasiado ocupada, o ClickHouse ir demasiado lento.`,
    damagedParts: (count) =>
      plural(count, {
        one: 'ClickHouse ha apartado # parte porque no se pudo leer: falta lo que contenía. Mira abajo cuál es y restáurala de una copia de seguridad.',
        other:
          'ClickHouse ha apartado # partes porque no se pudieron leer: falta lo que contenían. Mira abajo cuáles son y restáuralas de una copia de seguridad.',
      }),
    damagedFiles: (count) =>
      plural(count, {
        one: '# archivo de la cola no se pudo leer entero. Lo que se pudo leer está guardado; el archivo queda en la carpeta queue/damaged.',
        other:
          '# archivos de la cola no se pudieron leer enteros. Lo que se pudo leer está guardado; los archivos quedan en la carpeta queue/damaged.',
      }),
    poison: (count) =>
      plural(count, {
        one: 'ClickHouse rechazó # fila definitivamente; está entre los eventos rechazados.',
        other: 'ClickHouse rechazó # filas definitivamente; están entre los eventos rechazados.',
      }),
    restarts: (count, last) =>
      `El motor de ClickHouse se ha reiniciado ${plural(count, { one: '# vez', other: '# veces' })}, la última ${last}. Puede que le falte memoria: mira el registro del colector.`,
    parts: (table, count) =>
      `La tabla ${table} tiene ${plural(count, { one: '# parte', other: '# partes' })}: no se fusionan al ritmo que llegan y leer se vuelve lento. El disco o el procesador están demasiado ocupados.`,
  },
  queue: 'De la cola a la base de datos',
  backlog: 'Espera en el disco',
  backlogOf: (bytes, most) => `${bytes} de ${most}`,
  oldest: 'Lo más antiguo',
  nothingWaits: 'no espera nada',
  lastInsert: 'Guardado por última vez',
  noInsert: 'todavía no desde el inicio',
  rows: 'Filas guardadas desde el inicio',
  failed: 'Intentos fallidos',
  disk: 'Disco de la carpeta de datos',
  diskFree: (free, total) => `${free} libres de ${total}`,
  diskUsed: (percent) => `${percent} en uso`,
  database: 'ClickHouse',
  state: 'Estado',
  up: 'responde',
  down: 'no responde',
  embedded: 'integrado',
  server: 'un servidor tuyo',
  version: 'Versión',
  runningFor: 'En marcha desde hace',
  restarts: 'Reinicios',
  restartsLast: (count, when) => [
    plural(count, { one: '# vez', other: '# veces' }),
    count > 0 ? [', la última ', when] : '',
  ],
  program: 'Leadline',
  isolate: 'Un Worker solo sabe de su propio aislado: puede haber otros en marcha.',
  started: 'Iniciado',
  lists: { cities: 'Lista de países y regiones', networks: 'Lista de redes' },
  listOf: (day) => `del ${day}`,
  tables: 'Tablas',
  tableColumns: { table: 'Tabla', rows: 'Filas', bytes: 'En el disco', parts: 'Partes' },
  damaged: 'Lo que no se pudo leer',
  damagedColumns: { what: 'Parte o archivo', where: 'De', why: 'Por qué' },
  damagedFile: (bytes, when) => `${bytes}, ${when}`,
};
