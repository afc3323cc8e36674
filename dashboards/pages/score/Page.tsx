import { RulesPage } from '../../rules/RulesPage.js';
import { EditRule } from './EditRule.js';
import { RuleList } from './RuleList.js';
import { listRules } from './rules.js';
import { texts } from './texts.js';

/** The rules by which leads score. */
export const Page = () => (
  <RulesPage
    kind="scoreRules"
    path="/score"
    list={listRules}
    words={texts.value}
    edit={(rule, _, reload) => <EditRule key={rule?.id ?? ''} rule={rule} onSaved={reload} />}
  >
    {(rules, reload) => <RuleList rules={rules} reload={reload} />}
  </RulesPage>
);
