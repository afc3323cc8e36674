import * as v from 'valibot';
import { defineKind } from './kind.js';

const text = (charactersMax: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(charactersMax));

/** A sentence that people agree to. Each change is a version, so that it stays known who agreed to which. */
export const consentText = v.strictObject({
  /** What for, in a word: people agree to a purpose, by whichever sentence. */
  purpose: text(200),
  text: text(10_000),
  /** BCP 47 tag of the language that it is in. */
  language: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(35))),
  url: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(4_096))),
});

export type ConsentText = v.InferOutput<typeof consentText>;

export const consentTexts = defineKind({
  kind: 'consentTexts',
  scope: 'site',
  access: {
    read: ['owner', 'marketer', 'rep', 'service', 'viewer', 'entities:read'],
    write: ['owner', 'marketer', 'entities:write'],
  },
  fields: consentText.entries,
  search: ['purpose', 'text'],
});
