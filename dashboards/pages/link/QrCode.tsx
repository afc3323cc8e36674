import { download } from '../../links/download.js';
import { qrPng, qrSvg } from '../../links/qr.js';
import { texts } from './texts.js';

/** The address for print: as a picture, and as files. */
export function QrCode({ id, url }: { id: string; url: string }) {
  const m = texts.value;
  const svg = qrSvg(url);
  return (
    <details>
      <summary>{m.qr}</summary>
      <p>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
          alt={m.qrOf(url)}
          width="200"
          height="200"
        />
      </p>
      <p class="actions">
        <button
          type="button"
          class="button button-small"
          onClick={() => download(new Blob([svg], { type: 'image/svg+xml' }), `link-${id}.svg`)}
        >
          SVG
        </button>
        <button
          type="button"
          class="button button-small"
          onClick={async () => {
            const picture = await qrPng(url);
            if (picture) download(picture, `link-${id}.png`);
          }}
        >
          PNG
        </button>
      </p>
    </details>
  );
}
