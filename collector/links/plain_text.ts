const ADDRESS = /https?:\/\/[^\s<>"]+/gi;

/** A text with other addresses in place of some of its own. What ends a sentence ends an address, too. */
export function withAddressesInText(text: string, replace: (value: string) => string | undefined): string {
  return text.replace(ADDRESS, (found) => {
    const address = withoutEnd(found);
    const other = replace(address);
    return other === undefined ? found : other + found.slice(address.length);
  });
}

export const addressesInText = (text: string): string[] =>
  (text.match(ADDRESS) ?? []).map((found) => withoutEnd(found));

/** A bracket belongs to an address that opens it, and what closes a merge tag to the tag. */
function withoutEnd(found: string): string {
  let end = found.length;
  const [round, square] = [found.indexOf('('), found.indexOf('[')];
  const opens = (at: number) => at >= 0 && at < end - 1;
  for (; end > 0; end--) {
    const last = found[end - 1] ?? '';
    if (found.slice(end - 2, end) === '|*') break;
    if (/[.,;:!?'*_]/.test(last)) continue;
    if (last === ')' && !opens(round)) continue;
    if (last === ']' && !opens(square)) continue;
    break;
  }
  return found.slice(0, end);
}
