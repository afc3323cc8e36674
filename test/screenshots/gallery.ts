/** A page with all pictures, those of one page side by side. */
export function indexOf(pictures: readonly string[]): string {
  const pageOf = (path: string) => path.replace(/-\w+-\w+-\d+\.png$/, '');
  const parts = [...new Set(pictures.map(pageOf))].map((page) => {
    const images = pictures
      .filter((path) => pageOf(path) === page)
      .map((path) => `<a href="${path}"><img loading="lazy" src="${path}" alt="${path}"></a>`);
    return `<h2>${page}</h2>\n<div>${images.join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>
<style>body{font:14px system-ui;margin:2rem}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}img{width:18rem;border:1px solid #ccc}</style>
${parts.join('\n')}
`;
}
