import { computed } from '@preact/signals';
import { createContext, Fragment } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { messages } from '../i18n/locale.js';
import { now } from '../now.js';
import { safeHref } from '../urls.js';
import { useFormat } from './site.js';

/** Whether what is inside stands on one line, which is cut at its end: then nothing in it has a place to break. */
export const OneLine = createContext(false);

/**
 * Text that a visitor or their browser made: isolated, so that right-to-left words do not upset ours around them. A long
 * e-mail address breaks before its host, and before the last part of its name.
 */
export const UserText = ({ children }: { children: string }) => {
  const isOneLine = useContext(OneLine);
  const [first, ...rest] = isOneLine ? [children] : children.split(/(?=@|\.[\w-]{1,64}@)/);
  return (
    <bdi>
      {first}
      {rest.map((part, index) => (
        <Fragment key={`${index}${part}`}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </bdi>
  );
};

/** How long ago, with the exact moment for those who ask. */
export function Ago({ ts, isShort = false }: { ts: number; isShort?: boolean }) {
  const format = useFormat();
  // Written anew where it says something else by now, without its neighbours.
  const text = useMemo(
    () => computed(() => (isShort ? format.shortRelative(ts, now.value) : format.relative(ts, now.value))),
    [ts, format, isShort],
  );
  return (
    <time dateTime={new Date(ts).toISOString()} title={format.dateTime(ts)}>
      {text}
    </time>
  );
}

/** When something is due: how long until then, or since. */
export function When({ ts }: { ts: number }) {
  const format = useFormat();
  const text = useMemo(
    () => computed(() => (ts > now.value ? format.ahead(ts, now.value) : format.relative(ts, now.value))),
    [ts, format],
  );
  return (
    <time dateTime={new Date(ts).toISOString()} title={format.dateTime(ts)}>
      {text}
    </time>
  );
}

/** A link to a page of somebody else's, told by an event; plain text unless it leads to a web page. */
export function ForeignLink({ url, children }: { url: string; children: string }) {
  const href = safeHref(url);
  if (!href) return <UserText>{children}</UserText>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      <UserText>{children}</UserText>
      <span class="hidden-text"> {messages.value.newTab}</span>
    </a>
  );
}
