import { type ProductImportField, productImportFields } from '../../schemas/product_imports.js';
import { plain } from '../identity/plain.js';

/** What columns are called in English, Spanish, Turkish and German, as letters and digits alone. */
const NAMED: Readonly<Record<ProductImportField, string>> = {
  id: 'id sku productid productno productnumber number code ref referencia codigo numero iddeproducto numerodeproducto urunno urunkodu urunnumarasi kod stokkodu artikelnummer',
  name: 'name product productname title nombre producto titulo ad adi urun urunadi isim bezeichnung artikel',
  category: 'category categories producttype type categoria tipo kategori tur kategorie',
  price: 'price listprice pvp precio preciodelista preciodeventa tarifa fiyat listefiyati satisfiyati preis',
  currency: 'currency currencycode moneda divisa parabirimi dovizcinsi wahrung',
  description: 'description details descripcion detalles aciklama beschreibung',
  url: 'url link page website webpage address enlace pagina direccion baglanti sayfa adres',
};
const FIELDS = new Map(
  productImportFields.flatMap((field) => NAMED[field].split(' ').map((name) => [name, field] as const)),
);

/** What the columns of a file of products seem to be, each field once. */
export function proposeProducts(columns: readonly string[]): (ProductImportField | '')[] {
  const taken = new Set<string>();
  return columns.map((name) => {
    const field = FIELDS.get(plain(name));
    if (!field || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}
