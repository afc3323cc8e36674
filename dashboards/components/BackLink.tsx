import { Icon } from './Icon.js';

/** Above the heading of a page that belongs to a list: the way back to it. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <a class="back" href={href}>
      <Icon name="back" />
      {children}
    </a>
  );
}
