import type { Texts } from './texts.en.js';

export const texts: Texts = {
  title: 'Tienes una invitación',
  resetTitle: 'Elige una contraseña nueva',
  failedTitle: 'Este enlace no funciona',
  forSites: (sites) => ['A Leadline, donde están los leads de ', sites, '.'],
  forNone: 'A Leadline, donde están los leads de tus sitios.',
  access: 'Allí tendrás este acceso:',
  reset: (email) => ['Para tu cuenta ', email, '. Se cerrará tu sesión en todos los demás lugares.'],
  hasAccount: (email) => [
    'Ya tienes una cuenta: ',
    email,
    '. Escribe su contraseña para añadirle este acceso.',
  ],
  email: 'Correo',
  name: 'Tu nombre',
  password: 'Contraseña de tu cuenta',
  newPassword: 'Contraseña nueva',
  accept: 'Aceptar la invitación',
  setPassword: 'Guardar la contraseña',
  until: (when) => `Este enlace funciona una sola vez, hasta el ${when}.`,
  signIn: 'Ir a la página de inicio de sesión',
  other: (name) => ['Hay una sesión abierta de ', name, '. Al aceptar se abrirá aquí la tuya.'],
};
