import type { Texts } from './texts.en.js';

export const texts: Texts = {
  back: 'Enlaces',
  unnamed: 'Enlace',
  missing: 'No existe ese enlace, o ya no.',
  figures: 'Clics, desde siempre',
  clicks: 'Clics de este enlace',
  search: 'Buscar entre sus clics',
  noClicks: 'Nadie lo ha seguido todavía.',
  address: 'Dirección para repartir',
  addressHint: 'Pon esta dirección en lugar de la de la página.',
  tool: 'Herramienta de correo',
  noTool: 'Ninguna, o un anuncio',
  toolHint:
    'La herramienta pone a quién envía: así ves quién siguió el enlace. Lo que pone cuenta como una afirmación.',
  qr: 'Código QR',
  qrOf: (url) => `Código QR que lleva a ${url}`,
  recipients: 'Destinatarios',
  record: 'Sobre este enlace',
  edited: 'Si lo cambias, lleva a otra parte al momento, también donde su dirección ya se repartió.',
  saved: 'El enlace está guardado',
  remove: 'Eliminar el enlace',
  removing:
    'Su dirección ya no llevará a ninguna parte, tampoco en correos ya enviados. Sus clics siguen en la lista de clics.',
  removed: 'El enlace está eliminado',
};
