import type { PageCase } from './page_case.js';

export const linkPages: PageCase[] = [
  {
    name: 'that lead out, and of no others',
    body: `<a id="out" href="https://partner.example/x"><b>A partner</b></a> <a id="write" href="mailto:a@example.com">Write</a>
      <a id="file" href="/list.pdf">Prices</a> <a id="inside" href="/inside">Inside</a> <a id="part" href="#part">Part</a>
      <div id="host"></div><script>
        host.attachShadow({ mode: 'open' }).innerHTML = '<a id="shadow" href="https://shadow.example/"><i>In</i></a>';
        addEventListener('click', (event) => event.preventDefault());
      </script>`,
    async act({ tab }) {
      for (const id of ['out', 'write', 'file', 'inside', 'part', 'shadow']) await tab.click(`#${id}`);
    },
    links: [
      'https://partner.example/x',
      'mailto:a@example.com',
      '{origin}/list.pdf',
      'https://shadow.example/',
    ],
  },
];
