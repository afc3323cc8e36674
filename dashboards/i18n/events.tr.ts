import type { EventTexts } from './events.js';

const lines = 'Ürünler';
const rep = 'Satış temsilcisi';
const why = 'Neden';
const imported = 'İçe aktarma';
const notes = 'Notlar';

export const texts: EventTexts = {
  page_view: { label: 'Bir sayfayı görüntüledi' },
  page_leave: { label: 'Bir sayfadan ayrıldı' },
  form_submit: { label: 'Bir form gönderdi' },
  link_click: { label: 'Bir bağlantıya tıkladı' },
  click: {
    label: 'İzlenen bir bağlantıyı açtı',
    facts: {
      click: 'Tıklama',
      link: 'Bağlantı',
      campaign: 'Kampanya',
      method: 'Yöntem',
      purpose: 'Ne için',
      agent: 'Program',
      addressHash: 'Adresin özeti',
      recipient: 'Alıcı',
      message: 'İleti',
    },
  },
  click_evidence: {
    label: 'Bir tıklamaya dair iz bıraktı',
    facts: { click: 'Tıklama', kind: 'Gözlenen', trusted: 'Elle' },
  },
  identify: {
    label: 'Site tarafından tanındı',
    facts: { signature: 'İmza', click: 'Tıklama' },
  },
  consent: {
    label: 'İzlenme sorusunu yanıtladı',
    facts: { choice: 'Yanıt', purpose: 'Amaç', text: 'Metin', version: 'Sürüm', source: 'Nasıl', rep },
    message: 'Onaylanan metin',
  },
  conversion: { label: 'Dönüşüm gerçekleşti', facts: { name: 'Hedef', lines } },
  purchase: {
    label: 'Sipariş verdi',
    facts: { lines, reps: (count) => (count === 1 ? rep : 'Satış temsilcileri') },
    message: 'Talimatlar',
  },
  order_changed: {
    label: 'Bir sipariş değiştirildi',
    facts: {
      lines,
      revision: 'Sürüm',
      placedAt: 'Verildiği tarih',
      reps: (count) => (count === 1 ? rep : 'Satış temsilcileri'),
      rep,
    },
    message: 'Talimatlar',
  },
  order_cancelled: { label: 'Bir sipariş iptal edildi', facts: { rep }, message: why },
  order_reinstated: { label: 'Bir sipariş yeniden geçerli oldu', facts: { rep }, message: why },
  refund: { label: 'Para iadesi aldı', facts: { lines, refundId: 'İade numarası', rep }, message: why },
  lead_entered: { label: 'Aday olarak kaydedildi', facts: { rep, import: imported }, message: notes },
  person_changed: { label: 'Bilgileri değiştirildi', facts: { rep, import: imported } },
  contact_logged: {
    label: 'Görüşme yapıldı',
    facts: { channel: 'Kanal', direction: 'Yön', durationMinutes: 'Dakika', rep },
    fields: { subject: 'Konu', outcome: 'Sonuç' },
    message: notes,
  },
  contact_changed: {
    label: 'Bir görüşmeyi düzeltti',
    facts: { revision: 'Sürüm', channel: 'Kanal', direction: 'Yön', durationMinutes: 'Dakika', rep },
    fields: { subject: 'Konu', outcome: 'Sonuç' },
    message: notes,
  },
  next_step_set: { label: 'Sonraki adımı belirledi' },
  next_step_done: { label: 'Sonraki adımı tamamladı', facts: { step: 'Sonraki adım', rep }, message: notes },
  stage_changed: {
    label: 'Başka bir aşamaya geçti',
    facts: { stage: 'Aşama', from: 'Önceki', rep, import: imported },
    message: why,
  },
  owner_assigned: {
    label: 'Sorumlusu değişti',
    facts: { owner: 'Sorumlu', rep, rule: 'Kural', import: imported },
  },
  retracted: {
    label: 'Bir şey geri alındı',
    facts: { event: 'Olay', import: imported, restored: 'Yeniden geçerli', rep },
  },
  feedback: {
    label: 'Geri bildirim verdi',
    facts: { rating: 'Puan', ratingMax: 'En yüksek puan' },
    message: 'Mesaj',
  },
};
