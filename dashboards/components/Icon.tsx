/** 24 × 24 outlines, drawn for this app. */
const paths = {
  add: 'M12 5v14M5 12h14',
  alert: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1',
  ascending: 'M12 19V5.5M6.5 11L12 5.5l5.5 5.5',
  audit: 'M5 3.5h14v17H5zM8.5 8h7M8.5 12h7M8.5 16h4',
  back: 'M14.5 6l-6 6 6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1',
  descending: 'M12 5v13.5M6.5 13l5.5 5.5 5.5-5.5',
  down: 'M6 9.5l6 6 6-6',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  event: 'M12 4.5l2.3 4.9 5.2.7-3.8 3.7.9 5.3-4.6-2.6-4.6 2.6.9-5.3L4.5 10.1l5.2-.7z',
  feedback: 'M4 5h16v11h-9l-4.5 4v-4H4z',
  form: 'M6 3.5h12v17H6zM9 8h6M9 12h6M9 16h3',
  goal: 'M6 20.5V4.5M6 5h11.5l-2.5 4 2.5 4H6',
  hide: 'M4 4l16 16M9.5 5.7A10 10 0 0112 5.4c4.5 0 7.7 2.9 9.5 6.6a13 13 0 01-3 3.9M6 7.6A13 13 0 002.5 12c1.8 3.7 5 6.6 9.5 6.6a10 10 0 004-.8',
  install: 'M8.5 7.5L4 12l4.5 4.5M15.5 7.5L20 12l-4.5 4.5',
  key: 'M8 16.5a4.5 4.5 0 110-9 4.5 4.5 0 010 9zM12.5 12H21M16.5 12v4M20.5 12v3',
  leads:
    'M9 11.5a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 5a3.3 3.3 0 010 6.2M18 14.5c2 .8 3.2 2.5 3.5 5',
  link: 'M13.5 4.5h6v6M19.5 4.5l-9 9M17 14v5.5H4.5V7H10',
  mail: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  note: 'M5 19l1-4L16 5l3 3L9 18z',
  order: 'M3.5 4.5H6l2.2 10.5h9.3l2-7.5H7M9.5 19.5v.1M16.5 19.5v.1',
  page: 'M3.5 5h17v14h-17zM3.5 9h17M6.5 7v.1M9 7v.1',
  person: 'M12 11.5a3.8 3.8 0 100-7.6 3.8 3.8 0 000 7.6zM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6',
  phone:
    'M6 3.5h3.5l1.5 4.5-2 1.5c1 2.3 2.8 4.2 5.2 5.3l1.6-2 4.5 1.5v3.7c0 1-.8 1.7-1.8 1.6C10.8 19 5 13 4.3 5.3 4.3 4.3 5 3.5 6 3.5z',
  refund: 'M8.5 8.5H4.5v-4M4.8 8.3a8 8 0 11-.6 5.7',
  remove: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  search: 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5l5 5',
  show: 'M2.5 12c1.8 3.7 5 6.6 9.5 6.6s7.7-2.9 9.5-6.6c-1.8-3.7-5-6.6-9.5-6.6S4.3 8.3 2.5 12zM12 15a3 3 0 100-6 3 3 0 000 6z',
  signOut: 'M10 4.5H5v15h5M14.5 8l4 4-4 4M18 12H9.5',
  stage: 'M4 19h5v-5h5V9h6',
  visit: 'M5 20.5v-16h14v16M3 20.5h18M10 20.5v-4h4v4M9 8.5v.1M15 8.5v.1M9 12v.1M15 12v.1',
} as const;

export type IconName = keyof typeof paths;

/** Always beside words, so hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** A sounding lead on its line, let down below the surface. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" />
      <path class="logo-water" d="M6 11h5M21 11h5" />
      <path class="logo-line" d="M16 5v11" />
      <path class="logo-lead" d="M16 14l4.5 5.5L16 28l-4.5-8.5z" />
    </svg>
  );
}
