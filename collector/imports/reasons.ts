import type { Language } from '../../schemas/entities/access.js';
import type { SkipReason } from '../../schemas/imports.js';

/** What the file of skipped rows has beside what was sent. */
interface Texts {
  row: string;
  reason: string;
  /** Why a row is skipped and what to do, by its detail. */
  reasons: Record<SkipReason, (detail: string) => string>;
}

const en: Texts = {
  row: 'row',
  reason: 'reason',
  reasons: {
    too_many_cells: () => 'It has more cells than there are columns: put what holds a delimiter in quotes.',
    match_missing: () => 'It has nothing in the column by which rows are matched.',
    match_invalid: () => 'What it has in the column by which rows are matched is not valid.',
    several: () => 'Several people have this phone number: match by e-mail address.',
    other_person: (detail) =>
      `${field(detail, 'Its e-mail address', 'Its customer id')} belongs to somebody else: correct it, or join the two.`,
    not_theirs: (detail) =>
      `Whoever has this phone number does not have ${field(detail, 'this e-mail address: match by e-mail address', 'this customer id: match by customer id')}.`,
    same_as_row: (row) => `Row ${row} is about the same person: put both into one.`,
    refused: (reason) => `It is refused: ${reason}.`,
    changed_since: () =>
      'Somebody has changed whom it is about since the preview: import it again to see what would become of it now.',
  },
};

const es: Texts = {
  row: 'fila',
  reason: 'motivo',
  reasons: {
    too_many_cells: () =>
      'Tiene más celdas que columnas hay: pon entre comillas lo que contenga un separador.',
    match_missing: () => 'No tiene nada en la columna por la que se buscan las personas.',
    match_invalid: () => 'Lo que tiene en la columna por la que se buscan las personas no es válido.',
    several: () => 'Varias personas tienen este teléfono: busca por correo electrónico.',
    other_person: (detail) =>
      `${field(detail, 'Su correo electrónico', 'Su id de cliente')} es de otra persona: corrígelo o une a las dos.`,
    not_theirs: (detail) =>
      `Quien tiene este teléfono no tiene ${field(detail, 'este correo electrónico: busca por correo electrónico', 'este id de cliente: busca por id de cliente')}.`,
    same_as_row: (row) => `La fila ${row} trata de la misma persona: junta las dos en una.`,
    refused: (reason) => `Se rechaza: ${reason}.`,
    changed_since: () =>
      'Alguien ha cambiado a la persona desde la vista previa: impórtala de nuevo para ver qué sería de ella ahora.',
  },
};

const tr: Texts = {
  row: 'satır',
  reason: 'neden',
  reasons: {
    too_many_cells: () => 'Sütun sayısından fazla hücresi var: ayırıcı içeren metni tırnak içine al.',
    match_missing: () => 'Kişilerin bulunduğu sütunda bir şey yok.',
    match_invalid: () => 'Kişilerin bulunduğu sütundaki değer geçerli değil.',
    several: () => 'Bu telefon numarası birden çok kişide var: e-posta adresiyle eşleştir.',
    other_person: (detail) =>
      `${field(detail, 'E-posta adresi', 'Müşteri numarası')} başka birine ait: düzelt ya da ikisini birleştir.`,
    not_theirs: (detail) =>
      `Bu telefonun sahibinde ${field(detail, 'bu e-posta adresi yok: e-posta adresiyle eşleştir', 'bu müşteri numarası yok: müşteri numarasıyla eşleştir')}.`,
    same_as_row: (row) => `${row}. satır aynı kişiyle ilgili: ikisini birleştir.`,
    refused: (reason) => `Reddedildi: ${reason}.`,
    changed_since: () =>
      'Önizlemeden sonra biri bu kişiyi değiştirdi: şimdi ne olacağını görmek için yeniden içe aktar.',
  },
};

const field = (detail: string, email: string, customer: string) => (detail === 'email' ? email : customer);

export const reasonTexts: Readonly<Record<Language, Texts>> = { en, es, tr };
