/** Letters and digits alone, without accents and case: "N / A" and "n/a", "Año de alta" and "anoDeAlta" are alike. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, '');
