import { Confirm } from '../../../components/Confirm.js';
import { useSite } from '../../../components/site.js';
import { Ago } from '../../../components/Text.js';
import { toast } from '../../../components/toast.js';
import { Claimed } from '../../../people/Claimed.js';
import type { Said } from '../../../people/claims.js';
import { joinPeople, separatePeople } from '../../../people/decide.js';
import { LongText } from '../../../people/LongText.js';
import { Several } from '../../../people/Several.js';
import { texts as peopleTexts } from '../../../people/texts.js';
import { type Part, partsOf } from './parts.js';
import type { Identifier } from './said.js';
import { texts } from './texts.js';

interface SeparateDialogProps {
  chosen: Identifier;
  /** The id from which it is separated. */
  partner: string;
  said: readonly Said[];
  onDecided: (person: string) => void;
  onClose: () => void;
}

/** What goes and what stays, before one person becomes two. */
export function SeparateDialog({ chosen, partner, said, onDecided, onClose }: SeparateDialogProps) {
  const m = texts.value;
  const { site } = useSite();
  const { goes, stays } = partsOf(said, chosen.id);

  async function run() {
    const [person, other] = await separatePeople(site.id, partner, chosen.id);
    toast(m.separated(`\u2068${chosen.value.slice(0, 60)}\u2069`), {
      undo: async () => onDecided(await joinPeople(site.id, person, other)),
    });
    onClose();
    onDecided(person);
  }

  return (
    <Confirm title={m.separateTitle} action={m.separate} canUndo run={run} onClose={onClose}>
      <p>{m.separateText}</p>
      <Parts parts={[goes, stays]} />
    </Confirm>
  );
}

/** Both beside each other, as where two are joined. */
function Parts({ parts }: { parts: readonly Part[] }) {
  const m = texts.value;
  const { email, phone, customer } = peopleTexts.value.join;
  const of = (attribute: Identifier['attribute']) => (part: Part) =>
    part.identifiers.filter((one) => one.attribute === attribute);
  const lines: [title: string, values: (part: Part) => readonly Told[]][] = [
    [m.name, ({ names }) => names.map((value) => ({ value }))],
    [email, of('email')],
    [phone, of('phone')],
    [customer, of('customer')],
  ];
  return (
    <table class="sides">
      <thead>
        <tr>
          <td />
          <th scope="col">{m.goes}</th>
          <th scope="col">{m.stays}</th>
        </tr>
      </thead>
      <tbody>
        {lines
          .map(([title, valuesOf]) => ({ title, cells: parts.map(valuesOf) }))
          .filter(({ cells }) => cells.some(({ length }) => length > 0))
          .map(({ title, cells }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {cells.map((values, side) => (
                <td key={side}>{values.length > 0 ? <Values values={values} /> : <None />}</td>
              ))}
            </tr>
          ))}
        <tr>
          <th scope="row">{m.lastSaid}</th>
          {parts.map(({ lastSaid }, side) => (
            <td key={side}>{lastSaid > 0 ? <Ago ts={lastSaid} /> : <None />}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

const None = () => <span class="muted">—</span>;

type Told = Pick<Identifier, 'value'> & Partial<Pick<Identifier, 'isClaimed'>>;

const Values = ({ values }: { values: readonly Told[] }) => (
  <Several items={values} keyOf={({ value }) => value}>
    {({ value, isClaimed }) => (
      <>
        <LongText>{value}</LongText> {isClaimed && <Claimed />}
      </>
    )}
  </Several>
);
