/** E-mail addresses as people paste them: one a line, or with commas and semicolons between. Each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]+/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** What is no e-mail address, the first of them. */
export const firstWrong = (text: string): string | undefined =>
  linesOf(text)
    .find((line) => !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(line))
    ?.slice(0, 100);

/** As mail tools take it: the address by which they know somebody, and the link that is theirs. */
export const csvOf = (rows: readonly (readonly [email: string, url: string])[]): string =>
  ['email,url', ...rows.map(([email, url]) => `${cell(email)},${url}`)].join('\r\n');

/** A spreadsheet would take the beginning of a formula for one. */
const cell = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
