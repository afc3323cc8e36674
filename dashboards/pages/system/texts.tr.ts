import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  intro: 'Bu Leadline’ın durumu, tüm siteler için birlikte.',
  well: 'Her şey yolunda: olaylar alınıyor ve saklanıyor.',
  troubles: {
    queueFull:
      'Artık olay alınmıyor: ClickHouse’u bekleyenler diskteki sınırına ulaştı. Gönderenler kendi olaylarını saklıyor ve yeniden deniyor. ClickHouse’u geri getirin ya da LEADLINE_QUEUE_BYTES değerini yükseltip Leadline’ı yeniden başlatın.',
    storeDown: (isEmbedded) =>
      isEmbedded
        ? 'ClickHouse yanıt vermiyor. Olaylar alınıyor ve diskte bekliyor; listeler ve raporlar açılamıyor. Kendiliğinden yeniden başlatılır: sürerse toplayıcının günlüğüne bakın.'
        : 'ClickHouse yanıt vermiyor. Olaylar alınıyor ve bekliyor; listeler ve raporlar açılamıyor. Sunucunuzun çalışıp çalışmadığına ve CLICKHOUSE_URL değerine bakın.',
    notStored: (since, error) =>
      `${since} süredir hiçbir şey saklanamadı${error && ` (${error})`}. Olaylar diskte bekliyor ve yeniden deneniyor. ClickHouse’un günlüğüne ve diskine bakın.`,
    diskFull: (free) =>
      `Veri klasörünün diskinde yalnızca ${free} boş. ClickHouse’un birleştirme için yere ihtiyacı var: yer açın ya da klasörü daha büyük bir diske taşıyın.`,
    lag: (age) =>
      `En eski olay ${age} süredir bekliyor. Saklama yetişemiyor: makine çok meşgul ya da ClickHouse çok yavaş olabilir.`,
    damagedParts: (count) =>
      plural(count, {
        other:
          'ClickHouse, okunamadığı için # parçayı ayırdı: içindekiler eksik. Hangileri olduğuna aşağıdan bakın ve yedekten geri yükleyin.',
      }),
    damagedFiles: (count) =>
      plural(count, {
        other:
          'Kuyruğun # dosyası tam okunamadı. Okunabilenler saklandı; dosyalar queue/damaged klasöründe duruyor.',
      }),
    poison: (count) =>
      plural(count, { other: 'ClickHouse # satırı kesin olarak reddetti; reddedilen olaylar arasında.' }),
    restarts: (count, last) =>
      `ClickHouse motoru ${plural(count, { other: '# kez' })} yeniden başlatıldı, sonuncusu ${last}. Belleği yetmiyor olabilir: toplayıcının günlüğüne bakın.`,
    parts: (table, count) =>
      `${table} tablosunda ${plural(count, { other: '# parça' })} var: birleştirme eklemelere yetişemiyor ve okuma yavaşlıyor. Disk ya da işlemci çok meşgul.`,
  },
  queue: 'Kuyruktan veritabanına',
  backlog: 'Diskte bekleyen',
  backlogOf: (bytes, most) => `${bytes} / ${most}`,
  oldest: 'En eskisi',
  nothingWaits: 'bekleyen yok',
  lastInsert: 'Son saklama',
  noInsert: 'başlangıçtan beri yok',
  rows: 'Başlangıçtan beri saklanan satır',
  failed: 'Başarısız deneme',
  disk: 'Veri klasörünün diski',
  diskFree: (free, total) => `${total} içinde ${free} boş`,
  diskUsed: (percent) => `${percent} dolu`,
  database: 'ClickHouse',
  state: 'Durum',
  up: 'yanıt veriyor',
  down: 'yanıt vermiyor',
  embedded: 'yerleşik',
  server: 'sizin sunucunuz',
  version: 'Sürüm',
  runningFor: 'Çalışma süresi',
  restarts: 'Yeniden başlatma',
  restartsLast: (count, when) => [plural(count, { other: '# kez' }), count > 0 ? [', sonuncusu ', when] : ''],
  program: 'Leadline',
  isolate: 'Bir Worker yalnızca kendi yalıtımını bilir: yanında başkaları çalışıyor olabilir.',
  started: 'Başlangıç',
  lists: { cities: 'Ülke ve bölge listesi', networks: 'Ağ listesi' },
  listOf: (day) => `tarihi: ${day}`,
  tables: 'Tablolar',
  tableColumns: { table: 'Tablo', rows: 'Satır', bytes: 'Diskte', parts: 'Parça' },
  damaged: 'Okunamayanlar',
  damagedColumns: { what: 'Parça veya dosya', where: 'Nereden', why: 'Neden' },
  damagedFile: (bytes, when) => `${bytes}, ${when}`,
};
