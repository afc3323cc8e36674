import type { Texts } from './texts.en.js';

export const texts: Texts = {
  title: 'Te damos la bienvenida a Leadline',
  keyIntro:
    'Aquí todavía nadie tiene cuenta. Quien inició este Leadline crea la primera y demuestra con la clave de administración que es esa persona:',
  intro:
    'Tu cuenta y el primer sitio cuyos leads quieres ver. La clave del sitio ya no se podrá cambiar. Tu nombre, tu contraseña y las direcciones del sitio se pueden cambiar aquí más tarde.',
  you: 'Tú',
  name: 'Nombre',
  email: 'Correo',
  site: 'Tu primer sitio',
  siteName: 'Nombre del sitio',
  siteNameHint: 'Como lo llamas; por ejemplo, «Tienda».',
  origin: 'Dirección',
  originHint: 'Donde están sus páginas; por ejemplo, https://www.example.com.',
  originWrong: 'No es la dirección de un sitio. Tiene esta forma: https://www.example.com.',
  id: 'Clave del sitio',
  idHint: 'Va en la etiqueta de tus páginas. No se puede cambiar después: solo letras, cifras y . - _.',
  idWrong: 'La clave de un sitio tiene de 1 a 64 letras, cifras y . - _ solamente.',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Los días de los informes son días de esta zona horaria.',
  currency: 'Moneda',
  submit: 'Crear la cuenta y el sitio',
  later: 'Más tarde: seguir solo con la clave de administración',
};
