import * as v from 'valibot';
import { format } from '../rules.js';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

const readMoment = (value: number | string): number =>
  typeof value === 'number' ? value : ISO.test(value) ? Date.parse(value) : Number.NaN;

const isMoment = (value: number | string): boolean => {
  const moment = readMoment(value);
  return Number.isInteger(moment) && moment >= 0 && moment < 8.64e15;
};

/** A moment that people write into a record: UTC milliseconds, or as ISO 8601 has it with its zone. Kept as milliseconds. */
export const moment = v.pipe(
  v.union([v.number(), v.string()]),
  format('moment', v.check(isMoment, 'must be a time in milliseconds, or such as 2026-10-14T12:00:00Z')),
  v.transform(readMoment),
);
