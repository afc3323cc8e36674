import { texts } from './texts.js';

export const kindOptions = () => Object.entries(texts.value.kinds);
export const verdictOptions = () => Object.entries(texts.value.verdicts);

const wordIn = (words: Record<string, string>, name: string) => words[name] ?? name;

export const sayKind = (kind: string) => wordIn(texts.value.kinds, kind);
export const sayVerdict = (verdict: string) => wordIn(texts.value.verdicts, verdict);
