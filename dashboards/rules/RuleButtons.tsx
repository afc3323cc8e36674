import type { EntityKind } from '../api.js';
import { useSite } from '../components/site.js';
import { toast } from '../components/toast.js';
import { attempt } from './attempt.js';
import { removeRule, restoreRule } from './records.js';
import { texts } from './texts.js';

interface RuleButtonsProps {
  kind: EntityKind;
  rule: { id: string; version: number; name: string };
  /** What it comes back as, where its deletion is undone. */
  body: object;
  /** Where it is changed. */
  href: string;
  reload: () => void;
}

/** Changes a rule, or deletes it. */
export function RuleButtons({ kind, rule, body, href, reload }: RuleButtonsProps) {
  const m = texts.value;
  const { site } = useSite();
  const remove = () =>
    attempt(async () => {
      await removeRule(kind, site.id, rule);
      toast(m.removed(rule.name), {
        undo: async () => {
          await restoreRule(kind, site.id, rule.id, body);
          reload();
        },
      });
    }, reload);
  return (
    <>
      <a class="button button-small" aria-label={m.editName(rule.name)} href={href}>
        {m.edit}
      </a>
      <button type="button" class="button button-small" aria-label={m.removeName(rule.name)} onClick={remove}>
        {m.remove}
      </button>
    </>
  );
}
