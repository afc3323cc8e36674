import type { ComponentChildren } from 'preact';
import { PageHeading } from './Heading.js';
import { Logo } from './Icon.js';
import { LanguageMenu } from './LanguageMenu.js';

/** A page for those who are not signed in: a card, and the languages. */
export function PlainPage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="sign-in">
      <div class="card">
        <p class="brand">
          <Logo />
          Leadline
        </p>
        <PageHeading title={title} />
        {children}
      </div>
      <LanguageMenu />
    </main>
  );
}
