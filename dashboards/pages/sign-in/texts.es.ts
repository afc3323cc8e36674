import type { Texts } from './texts.en.js';

export const texts: Texts = {
  title: 'Iniciar sesión',
  intro: 'Los leads de tus sitios y lo que hizo cada persona.',
  ended: 'La sesión ha terminado. Inicia sesión para seguir donde estabas: no se pierde nada de lo escrito.',
  again: 'Vuelve a iniciar sesión',
  email: 'Correo',
  submit: 'Iniciar sesión',
  forgotten: '¿Has olvidado la contraseña? Pide a un propietario un enlace para cambiarla.',
  withKey: 'Iniciar sesión con la clave de administración',
  withPassword: 'Iniciar sesión con correo y contraseña',
  key: 'Clave de administración',
  keyHint:
    'Si Leadline se inició en una terminal, allí aparece un enlace para entrar. La clave está en el archivo admin-key de la carpeta de datos. Si LEADLINE_ADMIN_KEY está definida, es ese valor.',
};
