import * as v from 'valibot';
import { encodings, importStates, matchKeys } from './import_words.js';
import { defineKind } from './kind.js';

/** A file that was sent to be imported, and what became of it. Nobody writes one: `collector/imports/` does. */
export const imports = defineKind({
  kind: 'imports',
  scope: 'site',
  access: { read: ['owner', 'marketer', 'rep', 'entities:read'], write: [] },
  fields: { name: v.string() },
  search: ['name'],
  noted: {
    state: v.picklist(importStates),
    encoding: v.picklist(encodings),
    delimiter: v.string(),
    /** As the file calls them. */
    columns: v.array(v.string()),
    rows: v.number(),
    mapping: v.array(v.string()),
    matchBy: v.picklist(matchKeys),
    /** Which preview is in force. */
    plan: v.number(),
    create: v.number(),
    update: v.number(),
    unchanged: v.number(),
    skip: v.number(),
    /** Of an undone one: how many of those whom it made there still are. */
    kept: v.number(),
    /** Whose it is, and since when. */
    sentBy: v.string(),
    sentAt: v.number(),
    /** When it was run; 0 before. */
    ranAt: v.number(),
  },
});
