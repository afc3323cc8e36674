import type { Texts } from './texts.en.js';

export const texts: Texts = {
  columns: {
    product: 'Ürün',
    category: 'Kategori',
    units: 'Adet',
    listPrice: 'Liste fiyatı',
    average: 'Ortalama fiyat',
    median: 'Medyan fiyat',
    lowest: 'En düşük fiyat',
    highest: 'En yüksek fiyat',
    lastSold: 'Son satış',
    buyers: 'Müşteriler',
  },
  fields: {
    id: 'Ürün numarası',
    idHint: 'Mağazanızın siparişlerinde geçtiği gibi, örneğin KUPA-1. Sonradan değiştirilemez.',
    name: 'Ad',
    category: 'Kategori',
    price: 'Liste fiyatı',
    currency: 'Para birimi',
    description: 'Açıklama',
    url: 'Sayfasının adresi',
  },
  noAmount: 'Bu bir fiyat değil: 12,50 gibi yazın.',
  taken: 'Bu numarada bir ürün zaten var. Başka bir numara seçin.',
};
