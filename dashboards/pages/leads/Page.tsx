import './page.css';
import { useSignal } from '@preact/signals';
import { mayWriteAt } from '../../access.js';
import type { Lead } from '../../api.js';
import { announce } from '../../components/announce.js';
import type { Selecting } from '../../components/DataTable.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { usePageTitle } from '../../components/page.js';
import { nameOf } from '../../components/person.js';
import { useFormat, useSite } from '../../components/site.js';
import { useOwners } from '../../components/useOwners.js';
import { QueryList } from '../../lists/QueryList.js';
import { attributeFilters } from '../../people/attribute_columns.js';
import { knownAttributes } from '../../people/attributes.js';
import { JoinDialog } from '../../people/JoinDialog.js';
import { texts as peopleTexts } from '../../people/texts.js';
import { useScores } from '../../people/useScores.js';
import { me } from '../../session.js';
import { personUrl } from '../../urls.js';

import { leadColumns } from './columns.js';
import { NoLeads } from './NoLeads.js';
import { ActDialog, type Acting, SelectedActs } from './selected.js';
import { texts } from './texts.js';

export function Page() {
  const { site } = useSite();
  const format = useFormat();
  const m = texts.value;
  const pair = useSignal<readonly [string, string] | undefined>(undefined);
  const attributes = knownAttributes(site.attributes, format, peopleTexts.value);
  const access = me.value?.access ?? [];
  const mayJoin = mayWriteAt(access, site.id);
  const acting = useSignal<Acting | undefined>(undefined);
  const selection: Selecting<Lead> = {
    nameOf,
    actions: (rows, clear) => (
      <SelectedActs
        rows={rows}
        onAct={(act) => {
          acting.value = { act, rows, clear };
        }}
        onJoin={(one, other) => {
          pair.value = [one.person_id, other.person_id];
        }}
      />
    ),
  };
  return (
    <>
      <QueryList
        query="leads"
        label={usePageTitle()}
        columns={leadColumns({
          format,
          ...useOwners(),
          attributes,
          hasScores: useScores(),
          isWide: useWide(),
        })}
        filters={attributeFilters(attributes)}
        keyOf={({ person_id }) => person_id}
        href={({ person_id }) => personUrl(site.id, person_id)}
        usual={{ column: 'captured_at', order: 'desc' }}
        search={{ label: m.search }}
        heading={<PageHeading />}
        count={m.count}
        views={{ page: '/leads', all: m.everyone }}
        empty={<NoLeads />}
        onFresh={([first, ...others]) => {
          if (first) announce(m.added(1 + others.length, nameOf(first)));
        }}
        selection={mayJoin ? selection : undefined}
      />
      {acting.value && (
        <ActDialog
          {...acting.value}
          onClose={() => {
            acting.value = undefined;
          }}
        />
      )}
      {pair.value && (
        <JoinDialog
          one={pair.value[0]}
          other={pair.value[1]}
          onClose={() => {
            pair.value = undefined;
          }}
        />
      )}
    </>
  );
}
