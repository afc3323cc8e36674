// What the main script hands over, so that the second file has no state that the main script has too.

import type { add as Add, adopt as Adopt } from '../delivery.js';
import type { take as Take } from '../forms.js';
import type { guard as Guard, listeners as Listeners, on as On, read as Read } from '../guard.js';
import type { hooks as Hooks } from '../hooks.js';
import type { commands as Commands, Options } from '../options.js';
import type { stamp as StampOf } from '../page.js';
import type { passwords as Passwords, watchPasswords as WatchPasswords } from '../passwords.js';
import type { hidden as Hidden, mask as Mask, maskUrl as MaskUrl } from '../safety.js';
import type { keep as Keep, kept as Kept } from '../storage.js';
import type { around as Around } from '../submission.js';

export type Internals = [
  guard: typeof Guard,
  read: typeof Read,
  commands: typeof Commands,
  options: Options,
  hooks: typeof Hooks,
  listeners: typeof Listeners,
  on: typeof On,
  add: typeof Add,
  adopt: typeof Adopt,
  stamp: typeof StampOf,
  keep: typeof Keep,
  kept: typeof Kept,
  mask: typeof Mask,
  maskUrl: typeof MaskUrl,
  hidden: typeof Hidden,
  around: typeof Around,
  take: typeof Take,
  passwords: typeof Passwords,
  watchPasswords: typeof WatchPasswords,
];

export let guard: typeof Guard;
export let read: typeof Read;
export let commands: typeof Commands;
export let options: Options;
export let hooks: typeof Hooks;
export let listeners: typeof Listeners;
export let on: typeof On;
export let add: typeof Add;
export let adopt: typeof Adopt;
export let stamp: typeof StampOf;
export let keep: typeof Keep;
export let kept: typeof Kept;
export let mask: typeof Mask;
export let maskUrl: typeof MaskUrl;
export let hidden: typeof Hidden;
export let around: typeof Around;
export let take: typeof Take;
export let passwords: typeof Passwords;
export let watchPasswords: typeof WatchPasswords;

/** Before anything of the second file runs. */
export const open = (internals: Internals): void => {
  [
    guard,
    read,
    commands,
    options,
    hooks,
    listeners,
    on,
    add,
    adopt,
    stamp,
    keep,
    kept,
    mask,
    maskUrl,
    hidden,
    around,
    take,
    passwords,
    watchPasswords,
  ] = internals;
};
