import { UserText } from '../components/Text.js';
import { LongText } from './LongText.js';
import { texts } from './texts.js';

interface CompanyProps {
  of: { company: string; company_is_derived: boolean };
  /** There is room for all of a long one. */
  isWhole?: boolean;
}

/** Whom somebody works for, lightly marked where nobody said so and the domain of their e-mail address tells. */
export function Company({ of: { company, company_is_derived }, isWhole = false }: CompanyProps) {
  if (!company) return null;
  const text = isWhole ? <LongText>{company}</LongText> : <UserText>{company}</UserText>;
  if (!company_is_derived) return text;
  const { fromDomain } = texts.value;
  if (isWhole)
    return (
      <>
        {text} <span class="muted small">{fromDomain}</span>
      </>
    );
  return (
    <span class="muted" title={fromDomain}>
      {text}
      <span class="hidden-text"> ({fromDomain})</span>
    </span>
  );
}
