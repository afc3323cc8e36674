type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Picks the form for a count and puts the count, written as the language writes it, in place of `#`. */
export function plurals(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
