import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.js';

/** Long enough to type on without a request per letter, short enough to feel at once. */
const TYPING_MS = 250;

interface SearchFieldProps {
  value: string;
  label: string;
  /** What it looks in, where the label does not say it. */
  placeholder?: string;
  /** It has the focus when it is first shown. */
  isFirst?: boolean;
  onSearch: (text: string) => void;
}

/** Searches while typing. The address has the last word: Back and "clear" change the field too. */
export function SearchField({
  value,
  label,
  placeholder = label,
  isFirst = false,
  onSearch,
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sent = useRef(value);

  useEffect(() => {
    // What comes back from the address is what was typed a moment ago: the reader may be further by now.
    if (input.current && value !== sent.current) input.current.value = value;
    sent.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function send() {
    clearTimeout(timer.current);
    const text = input.current?.value.trim() ?? '';
    if (text === sent.current) return;
    sent.current = text;
    onSearch(text);
  }

  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          autofocus={isFirst}
          name="search"
          defaultValue={value}
          aria-label={label}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          onInput={() => {
            clearTimeout(timer.current);
            timer.current = setTimeout(send, TYPING_MS);
          }}
        />
      </form>
    </search>
  );
}
