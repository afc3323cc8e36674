import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  intro:
    'Lo que Leadline hace en segundo plano: lo que lleva tiempo y lo que se repite. Lo que se interrumpe sigue donde se quedó.',
  list: 'Tareas',
  empty: 'Todavía no se ha hecho nada en segundo plano.',
  columns: {
    job: 'Tarea',
    of: 'De',
    state: 'Estado',
    last: 'Última vez',
    next: 'Siguiente',
    lately: 'Últimamente',
  },
  jobs: {
    note_unaudited: {
      title: 'Completar la auditoría',
      does: 'Anota en la auditoría lo que un colector interrumpido no llegó a anotar.',
    },
    fill_people: {
      title: 'Rehacer las listas de personas',
      does: 'Rehace las listas de personas con todo lo recibido: una vez tras una actualización y cuando lo pidas.',
    },
    find_duplicates: {
      title: 'Buscar duplicados',
      does: 'Busca personas que pueden ser la misma: el mismo teléfono, nombres parecidos en una empresa, parejas que ha dicho una página.',
    },
    import_people: {
      title: 'Importar personas',
      does: 'Averigua qué será de las filas de un archivo, las incorpora y también lo deshace.',
    },
    assign_owners: {
      title: 'Asignar personas',
      does: 'Da un responsable a las personas nuevas, según las reglas de asignación del sitio que están activas.',
    },
    claim_visitors: {
      title: 'Decir de quién son los navegadores que llegan por enlaces',
      does: 'Dice de quién son los navegadores que nadie conoce, por el enlace del destinatario que los trajo, cuando se vio una mano en la página.',
    },
  },
  running: (since, progress) => `En marcha desde hace ${since}${progress && `: ${progress}`}`,
  percent: (percent, done, total) => `${percent} (${done} de ${total})`,
  soFar: (done) => `${done} hasta ahora`,
  onceMore: 'Después, una vez más.',
  failed: (attempts, error, when) =>
    `${plural(attempts, { one: 'Ha fallado # vez', other: 'Ha fallado # veces' })} (${error}). Nuevo intento ${when}.`,
  waiting: 'Empieza enseguida',
  done: 'Hecha',
  never: 'Todavía nunca',
  last: (when, took) => [when, `, tardó ${took ?? 'menos de un segundo'}`],
  whenAsked: 'Cuando se pida',
  now: 'Ahora',
  lately: (well, all) => `${well} de ${all} fueron bien`,
  run: 'Ejecutar ahora',
  runName: (job) => `Ejecutar ahora: ${job}`,
  started: (job) => `${job}: empieza enseguida.`,
};
