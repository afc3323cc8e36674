import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  intro:
    'Quién se hace cargo de las personas nuevas. Las reglas se recorren desde arriba y decide la primera que se cumple. A quien alguien dio a mano un responsable, o dejó sin él a propósito, no se le toca.',
  list: 'Reglas de asignación, en su orden',
  empty: {
    title: 'Todavía no se asigna a nadie automáticamente',
    intro:
      'Una regla dice para quién es y quiénes se turnan: los leads de España van a Ana, todos los demás a Ben y Mia por turnos.',
    first: 'Empieza con una regla para todas las personas. Las reglas para algunas van por encima.',
  },
  owners: 'Responsables',
  ownersHint: 'Si son varios, se turnan.',
  ownersMissing: 'Elige quién se hace cargo.',
  nameHint: 'Como lo cuenta el historial, por ejemplo «Leads de España».',
  nameMissing: 'Pon un nombre a la regla.',
  conditionsHint: 'Los filtros de la lista de leads. Sin ninguno es para todas las personas.',
  isOn: 'Activada',
  isOnHint: 'Desde entonces las personas nuevas se asignan en segundos.',
  isForPast: 'También para las personas que ya están',
  isForPastHint: 'Las que nunca tuvieron responsable.',
  on: 'sí',
  off: 'no',
  unassigned: (count) =>
    plural(count, {
      one: '# de ellas nunca tuvo responsable',
      other: '# de ellas nunca tuvieron responsable',
    }),
  goTo: (owners, several) => (several ? ['A ', owners, ' por turnos'] : ['A ', owners]),
  since: (when) => ['Personas desde ', when],
  forPast: 'Personas de cualquier momento',
  isOnName: (name) => `${name} está activada`,
  up: (name) => `Subir: ${name}`,
  down: (name) => `Bajar: ${name}`,
  moved: (name, place) => `${name} es ahora la número ${place}.`,
};
