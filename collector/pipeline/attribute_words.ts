import type { PersonAttribute } from '../../schemas/person_attributes.js';

/** What a field of a form can tell of a person; an address may have boxes of its own for its parts. */
export type Told = PersonAttribute | 'address2' | 'address3' | 'postal';

/** Standard autocomplete tokens (HTML, "autofill detail tokens"). */
const tokens: Record<string, Told> = {
  'organization-title': 'title',
  'street-address': 'address',
  'address-line1': 'address',
  'address-line2': 'address2',
  'address-line3': 'address3',
  'postal-code': 'postal',
  'address-level2': 'city',
  'address-level1': 'region',
  country: 'country',
  'country-name': 'country',
  language: 'language',
  bday: 'birthYear',
  'bday-year': 'birthYear',
  sex: 'gender',
};
export const toldByToken: ReadonlyMap<string, Told> = new Map(Object.entries(tokens));

/**
 * What fields are called, as a whole, in English, Spanish and Turkish with the commonest of German and French, folded to
 * plain letters (see `fold`). A few names each, and none with other words around it: "state" is a region, but "state of the
 * roof" is none, and "title" alone may be a salutation or a subject.
 */
const words: Record<Told, string> = {
  title:
    'job title|job position|position|role|job role|job function|designation|occupation|profession|jobtitle|cargo|puesto' +
    '|puesto de trabajo|cargo en la empresa|profesion|ocupacion|unvan|unvaniniz|gorev|goreviniz|pozisyon|pozisyonunuz' +
    '|meslek|mesleginiz|is unvani|berufsbezeichnung|fonction',
  address:
    'address|street address|address line 1|address line|address 1|street|street and number|postal address|home address' +
    '|direccion|direccion postal|direccion completa|domicilio|calle|calle y numero|direccion 1' +
    '|adres|adresi|adresiniz|acik adres|posta adresi|ev adresi|adres satiri 1|adres 1|anschrift|strasse|adresse',
  address2:
    'address line 2|address 2|street address 2|street address line 2|direccion 2|direccion linea 2|linea de direccion 2' +
    '|adres satiri 2|adres 2|apartment|apt|suite|piso|piso y puerta|daire|daire no',
  address3: 'address line 3|address 3|adres satiri 3|adres 3|direccion 3',
  postal:
    'zip|zip code|zipcode|zip postal code|postal code|postalcode|post code|postcode|codigo postal|cp|posta kodu|postakodu' +
    '|plz|postleitzahl|code postal',
  city:
    'city|town|city town|town city|ciudad|localidad|poblacion|ciudad de residencia|sehir|sehriniz|sehir il|il|iliniz' +
    '|yasadiginiz sehir|stadt|ort|ville',
  region:
    'state|province|region|state province|province state|state region|state county|county|provincia|estado|estado provincia' +
    '|comunidad autonoma|bolge|eyalet|bundesland',
  country:
    'country|country name|country region|country of residence|pais|pais de residencia|ulke|ulkeniz|ulke secin' +
    '|yasadiginiz ulke|land|pays',
  language:
    'language|preferred language|language preference|idioma|idioma preferido|idioma de contacto|dil|dil tercihi' +
    '|tercih edilen dil|tercih ettiginiz dil|iletisim dili|sprache|langue',
  birthYear:
    'birth year|year of birth|birthyear|date of birth|birth date|birthdate|birthday|dob|ano de nacimiento' +
    '|fecha de nacimiento|fecha nacimiento|dogum yili|dogum tarihi|dogum tarihiniz|dogum yiliniz|geburtsjahr' +
    '|geburtsdatum|date de naissance',
  gender: 'gender|sex|genero|sexo|cinsiyet|cinsiyetiniz|geschlecht|sexe',
  industry:
    'industry|sector|industry sector|industry type|company industry|business sector|company sector|industria|sector de actividad' +
    '|sector de la empresa|actividad de la empresa|rubro|sektor|sektorunuz|sirket sektoru|faaliyet alani' +
    '|faaliyet alaniniz|branche|secteur',
  companySize:
    'company size|companysize|organization size|organisation size|business size|team size|size of company|number of employees' +
    '|no of employees|num employees|employees|employee count|employee size|headcount|company headcount' +
    '|tamano de la empresa|tamano de empresa|tamano empresa|numero de empleados|n de empleados|no de empleados|empleados' +
    '|cantidad de empleados|sirket buyuklugu|firma buyuklugu|sirket olcegi|calisan sayisi|calisan sayiniz' +
    '|sirketteki calisan sayisi|personel sayisi|unternehmensgrosse|mitarbeiterzahl|anzahl mitarbeiter',
};
export const toldByWords: ReadonlyMap<string, Told> = new Map(
  Object.entries(words).flatMap(([told, names]) => names.split('|').map((name) => [name, told as Told])),
);

/** What form builders, and politeness, put before what a field is called … */
export const BEFORE =
  /^(?:(?:0 \d|contact|lead|form fields?|wpforms fields?|fields?|input|txt|ddl|sel|cmb|id|your|my|tu|su|billing|shipping|what is|cual es|select|choose|please select|selecciona|elige) )+/;
/** … and after it. */
export const AFTER = /(?: (?:\d+|required|optional|obligatorio|opcional|zorunlu|istege bagli))+$/;

/** The first entry of a list, which asks to choose another one. */
export const ASKS =
  /^(?:please |lutfen |bitte )?(?:select|choose|pick|selecciona\w*|seleccione|elige|elija|escoge|escoja|sec|secin|seciniz|secim yapin|wahlen|auswahlen|choisir|choisissez)\b/;
