import type { Site } from '../../schemas/entities/sites.js';
import { personAttributes } from '../../schemas/person_attributes.js';
import { isEmail } from '../identity/identifiers.js';
import { plain } from '../identity/plain.js';
import { ownAttributes } from '../pipeline/own_attributes.js';
import { ownOf, toldByName } from '../pipeline/recognise_attributes.js';
import type { Meaning } from '../pipeline/vocabulary.js';
import { isOthers, meaningOfWords } from '../pipeline/words.js';

/** What columns are called that forms have not, in English, Spanish and Turkish, as letters and digits alone. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    customer:
      'customer customerid customerno customernumber clientid accountid cliente clienteid idcliente iddecliente numerodecliente codigodecliente codigocliente musterino musterinumarasi musteriid musterikodu kundennummer',
    status: 'status leadstatus state leadstate estado estadodellead durum durumu adaydurumu',
    owner:
      'owner leadowner contactowner accountowner salesrep rep assignedto responsable propietario comercial vendedor sorumlu sorumlusu temsilci satistemsilcisi',
    source: 'source leadsource origin origen origendellead fuente kaynak adaykaynagi musterikaynagi',
    note: 'note notes comment comments nota notas comentario comentarios observaciones not notlar aciklama aciklamalar notiz notizen bemerkung bemerkungen kommentar kommentare',
  }).flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)),
);

const FIELDS: Partial<Record<Meaning, string>> = {
  email: 'email',
  phone: 'phone',
  company: 'company',
  name: 'name',
  first: 'firstName',
  last: 'lastName',
  message: 'note',
};
const ATTRIBUTES: ReadonlySet<string> = new Set(personAttributes);

/**
 * What the columns of a file seem to be, by what they are called, or by what stands in them; each field once.
 *
 * @param columns each with some of what stands in it
 * @returns a field for each, empty where nothing tells
 */
export function propose(
  columns: readonly { name: string; samples: readonly string[] }[],
  site: Pick<Site, 'attributes'>,
): string[] {
  const taken = new Set<string>();
  const fields = columns.map(({ name, samples }) => {
    const field = fieldOf(name, samples, site);
    if (field === '' || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
  // "Nombre" beside "Apellidos" is the first name, "nom" beside "prénom" the last.
  const other = taken.has('firstName') ? 'lastName' : 'firstName';
  const isHalf = taken.has('firstName') !== taken.has('lastName');
  return isHalf ? fields.map((field) => (field === 'name' ? other : field)) : fields;
}

function fieldOf(name: string, samples: readonly string[], site: Pick<Site, 'attributes'>): string {
  const own = ownOf(ownAttributes(site), name, name);
  if (own) return own.name;
  const named = NAMED.get(plain(name));
  if (named) return named;
  if (isOthers(name)) return '';
  const told = toldByName(name);
  if (told) return ATTRIBUTES.has(told) ? told : '';
  const isAddresses = samples.length > 0 && samples.every(isEmail);
  const meaning = meaningOfWords(
    name,
    (one) => one !== 'email' || samples.length === 0 || samples.some(isEmail),
  );
  return (meaning && FIELDS[meaning]) ?? (isAddresses ? 'email' : '');
}
