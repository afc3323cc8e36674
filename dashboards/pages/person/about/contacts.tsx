import { UserText } from '../../../components/Text.js';
import { LongText } from '../../../people/LongText.js';

/** Longer ones are none, whatever somebody has sent as such. */
const LINKED_MAX = 320;

/** An address to write to. */
export function EmailLink({ children: email }: { children: string }) {
  return <Linked text={email} href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`} />;
}

/** A number to call, as it is written or as it is kept: `+34600123456`. */
export function PhoneLink({ children: phone }: { children: string }) {
  return <Linked text={phone} href={`tel:${phone.replaceAll(/[^\d+*#]/g, '')}`} />;
}

function Linked({ text, href }: { text: string; href: string }) {
  if (text.length > LINKED_MAX) return <LongText>{text}</LongText>;
  return (
    <a href={href}>
      <UserText>{text}</UserText>
    </a>
  );
}
