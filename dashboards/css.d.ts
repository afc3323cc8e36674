/** Styles of a page or component: imported for their effect, they are there from then on (`rollup.config.mjs`). */
declare module '*.css';
