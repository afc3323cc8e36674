import { RulesPage } from '../../rules/RulesPage.js';
import { EditRule } from './EditRule.js';
import { RuleList } from './RuleList.js';
import { listRules } from './rules.js';
import { texts } from './texts.js';

/** The rules by which new people are given an owner. */
export const Page = () => (
  <RulesPage
    kind="rules"
    path="/assignment"
    list={listRules}
    words={texts.value}
    edit={(rule, all, reload) => (
      <EditRule
        key={rule?.id ?? ''}
        rule={rule}
        position={Math.min(1, ...all.map(({ position }) => position)) - 1}
        onSaved={reload}
      />
    )}
  >
    {(rules, reload) => <RuleList rules={rules} reload={reload} />}
  </RulesPage>
);
