import { expect, it } from 'vitest';
import type { Access } from '../access.js';
import { languages } from './locale.js';
import { sayAccess } from './say_access.js';

const access: Access[] = [
  { site: 'shop', roles: ['rep', 'viewer'], people: 'own' },
  { site: '*', roles: ['owner'], people: 'all' },
];

it.each([
  ['en', ['Sales rep and viewer of My shop, own people only', 'Owner of all sites']],
  ['es', ['Comercial y solo lectura de My shop, solo sus personas', 'Propietario de todos los sitios']],
  [
    'tr',
    ['My shop: Satış temsilcisi ve yalnızca görüntüleme, yalnızca kendi kişileri', 'Tüm siteler: Sahip'],
  ],
] as const)('says what somebody may do, in %s', async (language, sentences) => {
  const { messages } = await languages[language].load();
  const nameOf = (id: string) => (id === 'shop' ? 'My shop' : id);
  expect(sayAccess(access, nameOf, messages, language)).toEqual(sentences);
});
