import './page.css';
import type { ComponentType } from 'preact';
import { PageHeading } from '../../components/Heading.js';
import { FormPart } from './FormPart.js';
import { ListsPart } from './ListsPart.js';
import { NoticesPart } from './NoticesPart.js';
import { ReportsPart } from './ReportsPart.js';
import { TablePart } from './TablePart.js';
import type { Texts } from './texts.en.js';
import { texts } from './texts.js';

const parts: readonly [keyof Texts['parts'], ComponentType][] = [
  ['table', TablePart],
  ['form', FormPart],
  ['reports', ReportsPart],
  ['lists', ListsPart],
  ['notices', NoticesPart],
];

/** All components, in every state. */
export function Page() {
  const m = texts.value;
  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <p>{m.intro}</p>
      {parts.map(([name, Part]) => (
        <section key={name} id={name} class="design-part" aria-labelledby={`${name}-title`}>
          <h2 id={`${name}-title`}>{m.parts[name]}</h2>
          <Part />
        </section>
      ))}
    </>
  );
}
