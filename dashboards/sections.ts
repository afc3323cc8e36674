import type { ComponentType } from 'preact';
import { type Access, ownsAll, type Role, roles, rolesAt } from './access.js';
import type { Language } from './i18n/locale.js';

type Titles = Readonly<Record<Language, string>>;

/** What the frame knows of a page before it is fetched: all else stands in its folder. */
export interface PageEntry {
  /** Its address; `:name` stands for what the page reads of it by `useRoute()`. */
  path: string;
  title: Titles;
  /** Whose role at the chosen site opens it. The collector has the last word: this says what it lets in. */
  roles: readonly Role[];
  /** It tells of all sites together: the role must be one at all of them. */
  everySite?: true;
  /** Where these begin; else the first page without any. */
  homeOf?: readonly Role[];
  /** Not in the menu: the page there whose place it shares, or `''` for none. */
  under?: string;
  /** The letter after `g` that leads there. */
  letter?: string;
  load: () => Promise<{ Page: ComponentType }>;
}

export interface Section {
  name: string;
  title: Titles;
  pages: readonly PageEntry[];
}

const owner = ['owner'] as const;
const marketing = ['owner', 'marketer'] as const;
/** Who brings people in. */
const selling = ['owner', 'marketer', 'rep'] as const;
/** Who may say that two people are one. */
const deciding = ['owner', 'marketer', 'rep', 'service'] as const;

/** All pages, in the order of the menu. Adding one is an entry here and its folder. */
export const sections: readonly Section[] = [
  {
    name: 'today',
    title: { en: 'Today', es: 'Hoy', tr: 'Bugün' },
    pages: [
      {
        path: '/today',
        title: { en: 'Next steps', es: 'Próximos pasos', tr: 'Sonraki adımlar' },
        roles,
        homeOf: ['rep'],
        letter: 't',
        load: () => import('./pages/today/Page.js'),
      },
    ],
  },
  {
    name: 'people',
    title: { en: 'People', es: 'Personas', tr: 'Kişiler' },
    pages: [
      {
        path: '/leads',
        title: { en: 'Leads', es: 'Leads', tr: 'Müşteri adayları' },
        roles,
        letter: 'l',
        load: () => import('./pages/leads/Page.js'),
      },
      {
        path: '/persons/:id',
        title: { en: 'Person', es: 'Persona', tr: 'Kişi' },
        roles,
        under: '/leads',
        load: () => import('./pages/person/Page.js'),
      },
      {
        path: '/customers',
        title: { en: 'Customers', es: 'Clientes', tr: 'Müşteriler' },
        roles,
        letter: 'c',
        load: () => import('./pages/customers/Page.js'),
      },
      {
        path: '/duplicates',
        title: { en: 'Duplicates', es: 'Duplicados', tr: 'Olası aynı kişiler' },
        roles: deciding,
        letter: 'd',
        load: () => import('./pages/duplicates/Page.js'),
      },
      {
        path: '/import',
        title: { en: 'Import', es: 'Importar', tr: 'İçe aktarma' },
        roles: selling,
        letter: 'b',
        load: () => import('./pages/import/Page.js'),
      },
    ],
  },
  {
    name: 'sales',
    title: { en: 'Sales', es: 'Ventas', tr: 'Satışlar' },
    pages: [
      {
        path: '/orders',
        title: { en: 'Orders', es: 'Pedidos', tr: 'Siparişler' },
        roles,
        letter: 'o',
        load: () => import('./pages/orders/Page.js'),
      },
      {
        path: '/orders/:id',
        title: { en: 'Order', es: 'Pedido', tr: 'Sipariş' },
        roles,
        under: '/orders',
        load: () => import('./pages/order/Page.js'),
      },
      {
        path: '/refunds',
        title: { en: 'Refunds', es: 'Reembolsos', tr: 'İadeler' },
        roles,
        under: '/orders',
        load: () => import('./pages/refunds/Page.js'),
      },
      {
        path: '/products',
        title: { en: 'Products', es: 'Productos', tr: 'Ürünler' },
        roles,
        letter: 'p',
        load: () => import('./pages/products/Page.js'),
      },
      {
        path: '/products/:id',
        title: { en: 'Product', es: 'Producto', tr: 'Ürün' },
        roles,
        under: '/products',
        load: () => import('./pages/product/Page.js'),
      },
      {
        path: '/product-import',
        title: { en: 'Import products', es: 'Importar productos', tr: 'Ürünleri içe aktar' },
        roles: marketing,
        under: '/products',
        load: () => import('./pages/product-import/Page.js'),
      },
      {
        path: '/reps',
        title: { en: 'Reps', es: 'Comerciales', tr: 'Satış temsilcileri' },
        roles: ['owner', 'marketer', 'rep', 'viewer'],
        letter: 'e',
        load: () => import('./pages/reps/Page.js'),
      },
    ],
  },
  {
    name: 'links',
    title: { en: 'Links', es: 'Enlaces', tr: 'Bağlantılar' },
    pages: [
      {
        path: '/links',
        title: { en: 'Links', es: 'Enlaces', tr: 'Bağlantılar' },
        roles,
        letter: 'w',
        load: () => import('./pages/links/Page.js'),
      },
      {
        path: '/links/:id',
        title: { en: 'Link', es: 'Enlace', tr: 'Bağlantı' },
        roles,
        under: '/links',
        load: () => import('./pages/link/Page.js'),
      },
      {
        path: '/convert',
        title: { en: 'Track an e-mail', es: 'Medir un correo', tr: 'E-posta izleme' },
        roles: marketing,
        under: '/links',
        load: () => import('./pages/convert/Page.js'),
      },
      {
        path: '/links/:id/recipients',
        title: { en: 'Recipients', es: 'Destinatarios', tr: 'Alıcılar' },
        roles,
        under: '/links',
        load: () => import('./pages/recipients/Page.js'),
      },
      {
        path: '/clicks',
        title: { en: 'Clicks', es: 'Clics', tr: 'Tıklamalar' },
        roles,
        letter: 'h',
        load: () => import('./pages/clicks/Page.js'),
      },
    ],
  },
  {
    name: 'settings',
    title: { en: 'Settings', es: 'Ajustes', tr: 'Ayarlar' },
    pages: [
      {
        path: '/install',
        title: { en: 'Install', es: 'Instalación', tr: 'Kurulum' },
        roles: marketing,
        letter: 'i',
        load: () => import('./pages/install/Page.js'),
      },
      {
        path: '/sites',
        title: { en: 'Sites', es: 'Sitios', tr: 'Siteler' },
        roles: owner,
        letter: 's',
        load: () => import('./pages/sites/Page.js'),
      },
      {
        path: '/users',
        title: { en: 'Users', es: 'Usuarios', tr: 'Kullanıcılar' },
        roles: owner,
        letter: 'u',
        load: () => import('./pages/users/Page.js'),
      },
      {
        path: '/keys',
        title: { en: 'API keys', es: 'Claves de API', tr: 'API anahtarları' },
        roles: owner,
        letter: 'k',
        load: () => import('./pages/keys/Page.js'),
      },
      {
        path: '/assignment',
        title: { en: 'Assignment rules', es: 'Reglas de asignación', tr: 'Atama kuralları' },
        roles: owner,
        letter: 'n',
        load: () => import('./pages/assignment/Page.js'),
      },
      {
        path: '/score',
        title: { en: 'Score', es: 'Puntuación', tr: 'Puanlama' },
        roles: marketing,
        letter: 'v',
        load: () => import('./pages/score/Page.js'),
      },
      {
        path: '/consent-texts',
        title: { en: 'Consent texts', es: 'Textos de consentimiento', tr: 'Onay metinleri' },
        roles: marketing,
        load: () => import('./pages/consent-texts/Page.js'),
      },
      {
        path: '/refused',
        title: { en: 'Refused events', es: 'Eventos rechazados', tr: 'Reddedilen olaylar' },
        roles: marketing,
        letter: 'r',
        load: () => import('./pages/refused/Page.js'),
      },
      {
        path: '/audit',
        title: { en: 'Audit', es: 'Auditoría', tr: 'Denetim kaydı' },
        roles: owner,
        letter: 'a',
        load: () => import('./pages/audit/Page.js'),
      },
      {
        path: '/system',
        title: { en: 'System', es: 'Sistema', tr: 'Sistem' },
        roles: owner,
        everySite: true,
        letter: 'y',
        load: () => import('./pages/system/Page.js'),
      },
      {
        path: '/jobs',
        title: { en: 'Jobs', es: 'Tareas', tr: 'Arka plan işleri' },
        roles: owner,
        letter: 'j',
        load: () => import('./pages/jobs/Page.js'),
      },
      {
        path: '/account',
        title: { en: 'Your account', es: 'Tu cuenta', tr: 'Hesabınız' },
        roles,
        under: '',
        letter: 'm',
        load: () => import('./pages/account/Page.js'),
      },
      {
        path: '/design',
        title: { en: 'Components', es: 'Componentes', tr: 'Bileşenler' },
        roles,
        under: '',
        load: () => import('./pages/design/Page.js'),
      },
    ],
  },
];

export const pages: readonly PageEntry[] = sections.flatMap(({ pages }) => pages);

/** `/persons/:id` as an expression that fits each of its addresses. */
const patterns = new Map(
  pages.map((page) => [page, new RegExp(`^${page.path.replaceAll(/:\w+/g, '[^/]+')}/?$`)]),
);

/** The page at an address, without what is asked there. */
export const pageAt = (path: string): PageEntry | undefined =>
  pages.find((page) => patterns.get(page)?.test(path));

/** Addresses that the router may take; the rest of this origin (the demo site, the API) is left to the browser. */
export const appPaths = new RegExp(
  `^/(?:$|\\?|(?:${pages.map(({ path }) => path.split('/')[1]).join('|')})(?:$|[/?]))`,
);

export const mayOpen = ({ roles, everySite }: PageEntry, access: readonly Access[], site: string): boolean =>
  everySite ? ownsAll(access) : rolesAt(access, site).some((role) => roles.includes(role));

/** Where somebody begins: their role's own page, else the first page of the menu that they may open. */
export function homeOf(access: readonly Access[], site: string): PageEntry | undefined {
  const [first, ...others] = rolesAt(access, site);
  // Of several roles none is somebody's own.
  const own = first && others.length === 0 ? pages.find(({ homeOf }) => homeOf?.includes(first)) : undefined;
  return (
    own ??
    pages.find(({ homeOf, ...page }) => !homeOf && page.under === undefined && mayOpen(page, access, site))
  );
}
