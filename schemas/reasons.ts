/** Why an event can be refused. Every reason is declared here, so that none goes without words on the screen. */
export const rejectReasons = [
  'event_too_large',
  'event_invalid',
  'type_reserved',
  'server_only',
  'ts_out_of_range',
  'value_out_of_range',
  'props_too_large',
  'person_invalid',
  'origin_not_allowed',
  'rate_limited',
  'identifier_shared',
  'not_storable',
] as const;

export type RejectReason = (typeof rejectReasons)[number];
