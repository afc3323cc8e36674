// The curated list of disposable-email-domains (CC0). The package's code would make a set of it anew with each question, so
// the list is taken alone.
import disposable from 'disposable-email-domains-js/dist/dict/disposable_email_blocklist.json' with {
  type: 'json',
};
import { isMailProvider } from './mail_providers.js';
import { plain } from './plain.js';

/** What an address tells of the business behind it. */
export interface EmailFacts {
  /**
   * `disposable`: made to be thrown away; `free`: with a provider that gives mailboxes to all; `role`: an office's, at a
   * domain of its own; `business`: somebody's at such a domain.
   */
  kind: 'free' | 'role' | 'disposable' | 'business';
  domain: string;
}

/**
 * Domains that are nobody's, so no company's either, as a regular expression of JavaScript's and of ClickHouse's: reserved
 * for documents and tests (RFC 2606, RFC 6761) or for a network of one's own (RFC 6762, RFC 8375, and names that routers
 * give), and the address of a machine.
 */
export const NO_COMPANY =
  '(^|\\.)(example(\\.(com|net|org))?|test|invalid|localhost|local|internal|onion|alt|arpa|lan|home|corp|intranet|[0-9]+)$';

const noCompany = new RegExp(NO_COMPANY);

/** Mailboxes of offices, as letters alone (see `plain`), in English, Spanish, Turkish, German and French. */
const OFFICES = new Set(
  [
    'info information contact contactus hello hi sales support help helpdesk service services customerservice care',
    'customercare admin administrator administration office mail email team staff reception frontdesk billing accounts',
    'accounting accountspayable invoice invoices finance payments hr humanresources jobs careers recruiting recruitment',
    'marketing press media pr news newsletter webmaster postmaster hostmaster abuse security legal privacy gdpr dpo',
    'compliance orders order shop store booking bookings reservations reservation events enquiries enquiry inquiries',
    'inquiry feedback purchasing procurement export import logistics warehouse it tech technical board management',
    'contacto hola ventas soporte ayuda atencion atencionalcliente clientes administracion oficina correo equipo',
    'recepcion facturacion facturas contabilidad rrhh empleo trabajo prensa pedidos tienda reservas eventos consultas',
    'comercial compras exportacion logistica almacen direccion gerencia secretaria informacion tecnico sat',
    'bilgi iletisim merhaba satis destek yardim musteri musterihizmetleri yonetim yonetici ofis posta ekip resepsiyon',
    'fatura faturalama muhasebe finans insankaynaklari kariyer pazarlama basin siparis magaza rezervasyon etkinlik',
    'danisma ticari satinalma ihracat ithalat lojistik depo teknik teknikservis hukuk kvkk',
    'kontakt anfrage anfragen vertrieb verkauf buchhaltung rechnung bewerbung personal einkauf datenschutz empfang',
    'accueil ventes commercial commande facturation comptabilite recrutement presse serviceclient',
  ].flatMap((names) => names.split(' ')),
);

/** An office has a mailbox for each country or number: "sales-es", "info2". Not so a person. */
const isOffice = (local: string): boolean => {
  const [name = ''] = local.split('+');
  return OFFICES.has(plain(name.replace(/(?:[._-][a-z]{2})?\d*$/, ''))) || OFFICES.has(plain(name));
};

let thrownAway: ReadonlySet<string> | undefined;

/** Of a provider that makes a domain of everybody's own, too: "x.mailinator.com". */
function isDisposable(domain: string): boolean {
  thrownAway ??= new Set(disposable);
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1))
    if (thrownAway.has(rest)) return true;
  return false;
}

/**
 * What an e-mail address tells of the business behind it.
 *
 * @param email as `normaliseEmail` makes it
 * @example emailFacts('ventas@acme.com') // { kind: 'role', domain: 'acme.com' }
 */
export function emailFacts(email: string): EmailFacts {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  if (isDisposable(domain)) return { kind: 'disposable', domain };
  if (isMailProvider(domain)) return { kind: 'free', domain };
  return { kind: isOffice(email.slice(0, at)) ? 'role' : 'business', domain };
}

/** The company as its domain tells it, for where nobody says one; empty where the domain is no company's. */
export const companyOf = ({ kind, domain }: EmailFacts): string =>
  (kind === 'business' || kind === 'role') && !noCompany.test(domain) ? domain : '';
