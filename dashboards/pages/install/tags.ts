import type { PinnedScript } from '../../../schemas/api.js';
import { pinnedTagOf, tagOf } from '../../components/Snippet.js';

/** Ways to put the tag into a site. */
export const ways = ['plain', 'pinned', 'csp', 'wordpress', 'shopify', 'gtm', 'react'] as const;

export type Way = (typeof ways)[number];

interface Around {
  /** Of this Leadline. */
  host: string;
  site: string;
  pinned: PinnedScript | undefined;
}

/** What to copy, one piece after the other. */
export const snippetsOf: Record<Way, (around: Around) => string[]> = {
  plain: ({ site }) => [tagOf(site)],
  pinned: ({ site, pinned }) => (pinned ? [pinnedTagOf(site, pinned)] : []),
  csp: ({ host, site }) => [
    `Content-Security-Policy: script-src ${host}; connect-src ${host}`,
    `Content-Security-Policy: script-src 'nonce-…' 'strict-dynamic'; connect-src ${host}`,
    tagOf(site).replace('<script ', '<script nonce="…" '),
  ],
  wordpress: ({ host, site }) => [
    `add_action( 'wp_enqueue_scripts', function () {
	wp_enqueue_script( 'leadline', '${host}/leadline.js', array(), null, array( 'strategy' => 'async' ) );
} );
add_filter( 'script_loader_tag', function ( $tag, $handle ) {
	return 'leadline' === $handle ? str_replace( ' src=', ' data-site="${site}" src=', $tag ) : $tag;
}, 10, 2 );`,
  ],
  shopify: ({ site }) => [tagOf(site)],
  // Tag Manager keeps no data- attributes of script elements.
  gtm: ({ host, site }) => [
    `<script>
  (function () {
    var script = document.createElement('script');
    script.async = true;
    script.src = '${host}/leadline.js';
    script.setAttribute('data-site', '${site}');
    document.head.appendChild(script);
  })();
</script>`,
  ],
  react: ({ host, site }) => [
    `npm run build                  # in the folder of Leadline
npm install ../leadline        # in the folder of your app`,
    `import { init } from 'leadline';

init({ site: '${site}', host: '${host}' });`,
  ],
};
