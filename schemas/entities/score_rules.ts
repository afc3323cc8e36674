import * as v from 'valibot';
import { conditions } from './conditions.js';
import { defineKind } from './kind.js';

const POINTS_MAX = 100;

/** What makes a lead worth more or less. Each rule that somebody fits counts once. */
export const scoreRule = v.strictObject({
  /** The reason that is told for the points. */
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  points: v.pipe(v.number(), v.integer(), v.minValue(-POINTS_MAX), v.maxValue(POINTS_MAX)),
  /** A click is no column of the list before it is settled, so that none scores while it is pending. */
  filters: conditions,
});

export type ScoreRule = v.InferOutput<typeof scoreRule>;

export const scoreRules = defineKind({
  kind: 'scoreRules',
  scope: 'site',
  access: {
    read: ['owner', 'marketer', 'rep', 'service', 'viewer', 'entities:read'],
    write: ['owner', 'marketer', 'entities:write'],
  },
  fields: scoreRule.entries,
  search: ['name'],
});
