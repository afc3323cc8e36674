import type { AttributeType } from '../../../../schemas/entities/attributes.js';
import type { Option } from '../../../components/filter_kinds.js';

/** What is known of somebody and can be said anew. */
export interface Editable {
  /** As `person_changed` has it. */
  name: string;
  title: string;
  type: AttributeType;
  /** As it is kept; empty where nothing is known. */
  value: string;
  /** The values that there are, where they are few. */
  options?: () => readonly Option[];
}
