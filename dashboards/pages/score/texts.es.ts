import type { Texts } from './texts.en.js';

export const texts: Texts = {
  intro:
    'Qué hace que un lead valga más o menos. Cada regla que alguien cumple cuenta una vez; su puntuación es la suma, en la lista de leads y en su página, cada punto con su razón. Un cambio vale al momento.',
  list: 'Reglas de puntuación',
  empty: {
    title: 'Los leads todavía no tienen puntuación',
    intro:
      'Una regla da puntos a quien la cumple: 20 por cinco páginas vistas o más, 15 a quien estuvo aquí en los últimos 7 días, −30 por direcciones de correo gratuitas.',
    first: 'Bastan tres o cuatro reglas para saber a quién llamar primero.',
  },
  nameHint: 'La razón como la leen los comerciales, por ejemplo «Vio cinco páginas».',
  nameMissing: 'Pon un nombre a la regla.',
  points: 'Puntos',
  pointsHint: 'De −100 a 100.',
  pointsMissing: 'Di cuántos puntos vale, de −100 a 100.',
  conditionsHint: 'Los filtros de la lista de leads. Sin ninguno, todas las personas reciben los puntos.',
};
