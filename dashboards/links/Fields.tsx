import type { Link } from '../../schemas/entities/links.js';
import { ChoiceField } from '../components/choice_fields.js';
import { MomentField, TextField } from '../components/fields.js';
import { useField } from '../components/form_state.js';
import { localMoment, localText } from '../components/local_moment.js';
import { useSite } from '../components/site.js';
import { useLiveRecord } from '../live/use.js';
import { listCampaigns, makeCampaign } from './data.js';
import { kindOptions } from './options.js';
import { texts } from './texts.js';

/** A link while somebody types it. */
export type LinkValues = {
  destination: string;
  title: string;
  kind: Link['kind'];
  /** An id, or `NEW` for the one that `campaignName` names. */
  campaign?: string;
  campaignName: string;
  expires?: string;
};

/** No record has this id. */
const NEW = '+';

export function valuesOf(link: Partial<Link>, timeZone: string): LinkValues {
  const { destination = '', title = '', kind = 'email', campaign, expires } = link;
  return {
    ...{ destination, title, kind, campaignName: '' },
    ...(campaign && { campaign }),
    ...(expires !== undefined && { expires: localText(expires, timeZone) }),
  };
}

/** As the record takes it; makes the campaign that is named for the first time. */
export async function linkOf(values: LinkValues, site: { id: string; timeZone?: string }): Promise<Link> {
  const { destination, title, kind, campaignName, expires } = values;
  const campaign =
    values.campaign === NEW
      ? await makeCampaign(site.id, { name: campaignName.trim(), kind })
      : values.campaign;
  const until = expires ? localMoment(expires, site.timeZone ?? 'UTC') : undefined;
  return {
    destination: destination.trim(),
    kind,
    ...(title.trim() && { title: title.trim() }),
    ...(campaign && { campaign }),
    ...(until !== undefined && { expires: until }),
  };
}

export const linkProblems = ({ campaign, campaignName }: LinkValues): Record<string, string> =>
  campaign === NEW && !campaignName.trim() ? { campaignName: texts.value.noCampaignName } : {};

export function LinkFields() {
  const m = texts.value;
  const { site } = useSite();
  const { record: campaigns } = useLiveRecord(`campaigns ${site.id}`, ['campaigns'], (signal) =>
    listCampaigns(site.id, signal),
  );
  const isNew = useField('campaign').value === NEW;
  return (
    <>
      <TextField
        name="destination"
        label={m.fields.destination}
        hint={m.fields.destinationHint}
        autocomplete="off"
        inputMode="url"
        spellcheck={false}
        maxLength={2048}
        required
      />
      <TextField
        name="title"
        label={m.fields.title}
        hint={m.fields.titleHint}
        autocomplete="off"
        maxLength={200}
      />
      <div class="form-pair">
        <ChoiceField name="kind" label={m.fields.kind} options={kindOptions()} />
        <MomentField name="expires" label={m.fields.expires} />
      </div>
      <ChoiceField
        name="campaign"
        label={m.fields.campaign}
        hint={m.fields.campaignHint}
        none={m.noCampaign}
        options={[...(campaigns ?? []).map(({ id, name }) => [id, name] as const), [NEW, m.newCampaign]]}
      />
      {isNew && (
        <TextField
          name="campaignName"
          label={m.fields.campaignName}
          autocomplete="off"
          maxLength={200}
          required
        />
      )}
    </>
  );
}
