import { silent } from '../store/testing.js';
import { tablesThatMatter } from './audience.js';
import { changesContract } from './contract.js';
import { OwnInserts } from './own_inserts.js';
import { PolledChanges } from './polled.js';

changesContract('OwnInserts', ({ store }) => new OwnInserts(store));
changesContract('PolledChanges', ({ store }) => new PolledChanges(store, tablesThatMatter, silent, 20));
