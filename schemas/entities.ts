import { campaigns } from './entities/campaigns.js';
import { consentTexts } from './entities/consent_texts.js';
import { imports } from './entities/imports.js';
import { invitations } from './entities/invitations.js';
import { keys } from './entities/keys.js';
import { links } from './entities/links.js';
import { products } from './entities/products.js';
import { rules } from './entities/rules.js';
import { scoreRules } from './entities/score_rules.js';
import { sessions } from './entities/sessions.js';
import { sites } from './entities/sites.js';
import { users } from './entities/users.js';
import { views } from './entities/views.js';

/** Every kind of record that people edit. A new kind is one file in `entities/` and one line here. */
export const entityKinds = {
  campaigns,
  consentTexts,
  imports,
  invitations,
  keys,
  links,
  products,
  rules,
  scoreRules,
  sessions,
  sites,
  users,
  views,
} as const;

export type EntityKind = keyof typeof entityKinds;
