import type { Texts } from './texts.en.js';

export const texts: Texts = {
  search: 'Buscar próximos pasos',
  columns: {
    what: 'Qué',
    person: 'Persona',
    due: 'Plazo',
    at: 'Cuándo',
    rep: 'Quién',
    company: 'Empresa',
    phone: 'Teléfono',
    stage: 'Etapa',
    lastContact: 'Último contacto',
  },
  due: { overdue: 'Atrasado', today: 'Hoy', later: 'Más tarde', none: 'Nada previsto' },
  counts: {
    overdue: (count) => `Atrasados: ${count}`,
    today: (count) => `Hoy: ${count}`,
    later: (count) => `Más tarde: ${count}`,
    none: (count) => `Personas sin nada previsto: ${count}`,
    unassigned: (count) => `Personas nuevas sin responsable: ${count}`,
  },
  mine: 'Los míos',
  everybodys: 'Los de todos',
  empty: {
    mine: 'No hay nada previsto para ti, ni espera nadie de quien seas responsable.',
    title: 'No hay nada previsto',
    text: 'Aquí aparece lo próximo que hay que hacer con cada persona, lo atrasado primero. Fíjalo en la página de una persona o al registrar una llamada.',
    leads: 'Ir a los leads',
  },
};
