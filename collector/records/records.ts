import * as v from 'valibot';
import { type EntityKind, entitySchemas } from '../../schemas/entities.js';
import { entities as entitiesStatement } from '../../schemas/gen/queries/entities.js';
import { LeadlineError } from '../errors.js';
import { detailsOf, explain } from '../explain.js';
import type { Store } from '../store/store.js';
import { clickhouseTime } from '../store/time.js';

export interface EntityRecord {
  id: string;
  version: number;
  data: Record<string, unknown>;
}

/** Most records of a kind that are read at once. */
const LIST_MAX = 10_000;

/** Records that people edit: every change is a new version, the highest one counts. */
export class Entities {
  #version = 0;

  constructor(private readonly store: Store) {}

  list(kind: EntityKind, { limit = LIST_MAX, cursor = '' } = {}): Promise<EntityRecord[]> {
    return this.store.query(entitiesStatement, { site: '', kind, id: '', cursor_id: cursor, limit });
  }

  async find(kind: EntityKind, id: string): Promise<EntityRecord | undefined> {
    const [record] = await this.store.query(entitiesStatement, {
      site: '',
      kind,
      id,
      cursor_id: '',
      limit: 1,
    });
    return record;
  }

  async get(kind: EntityKind, id: string): Promise<EntityRecord> {
    const record = await this.find(kind, id);
    if (!record) throw new LeadlineError('entity_unknown', `There is no record "${id}" among ${kind}.`);
    return record;
  }

  /**
   * What people say of a record, as the kind's schema has it.
   *
   * @throws LeadlineError `entity_invalid` with what is wrong
   */
  read(kind: EntityKind, input: unknown): Record<string, unknown> {
    const result = v.safeParse(entitySchemas[kind], input);
    if (!result.success)
      throw new LeadlineError('entity_invalid', `${explain(result.issues)}.`, {
        details: detailsOf(result.issues),
      });
    return result.output;
  }

  /**
   * @param unsaid what is stored beside what people say, such as a key's digest
   * @throws LeadlineError `entity_invalid` with what is wrong
   */
  async put(
    kind: EntityKind,
    id: string,
    input: unknown,
    unsaid: Record<string, unknown> = {},
  ): Promise<EntityRecord> {
    const record = { id, version: this.#nextVersion(), data: { ...this.read(kind, input), ...unsaid } };
    await this.#write(kind, record, false);
    return record;
  }

  async delete(kind: EntityKind, { id, data }: EntityRecord): Promise<void> {
    await this.#write(kind, { id, version: this.#nextVersion(), data }, true);
  }

  /** What a fresh instance starts with: version 0, so that whatever people make of it wins. */
  async seed(kind: EntityKind, id: string, input: unknown): Promise<void> {
    await this.#write(kind, { id, version: 0, data: v.parse(entitySchemas[kind], input) }, false);
  }

  /** Two changes within a millisecond are two versions. */
  #nextVersion(): number {
    this.#version = Math.max(Date.now(), this.#version + 1);
    return this.#version;
  }

  async #write(kind: EntityKind, { id, version, data }: EntityRecord, deleted: boolean): Promise<void> {
    const row = {
      site: '',
      kind,
      id,
      version,
      updated_at: clickhouseTime(Date.now()),
      deleted,
      data: JSON.stringify(data),
    };
    await this.store.insert('entities', [JSON.stringify(row)], `${kind}-${id}-${version}`);
  }
}
