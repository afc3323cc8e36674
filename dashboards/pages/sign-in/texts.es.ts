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
    'Leadline la mostró, con un enlace de acceso, en la terminal de npm start, y la guarda en el archivo data/admin-key. Si LEADLINE_ADMIN_KEY está definida, es ese valor.',
};
