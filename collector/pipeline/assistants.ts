/**
 * AI assistants, by the host of their pages and the name of their Android app. No package keeps such a list; this one
 * has those whose links reach sites under a name of their own, as Google Analytics 4 tells them apart since 2026
 * (medium `ai-assistant`). Some live on a search engine's domain: they count before it.
 */
const assistants: Record<string, readonly string[]> = {
  chatgpt: ['chatgpt.com', 'chat.openai.com', 'com.openai.chatgpt'],
  claude: ['claude.ai', 'com.anthropic.claude'],
  copilot: [
    'copilot.microsoft.com',
    'copilot.cloud.microsoft',
    'edgeservices.bing.com',
    'com.microsoft.copilot',
  ],
  deepseek: ['chat.deepseek.com', 'deepseek.com', 'com.deepseek.chat'],
  gemini: ['gemini.google.com', 'bard.google.com', 'com.google.android.apps.bard'],
  grok: ['grok.com', 'grok.x.ai', 'ai.x.grok'],
  'le chat': ['chat.mistral.ai', 'lechat.mistral.ai'],
  'meta ai': ['meta.ai'],
  notebooklm: ['notebooklm.google.com'],
  perplexity: ['perplexity.ai', 'ai.perplexity.app.android'],
  phind: ['phind.com'],
  pi: ['pi.ai'],
  poe: ['poe.com'],
  qwen: ['chat.qwen.ai'],
  you: ['you.com'],
};

const byHost = new Map(
  Object.entries(assistants).flatMap(([source, hosts]) =>
    hosts.map((host) => [host, { source, medium: 'ai-assistant' }] as const),
  ),
);
const names = new Set(Object.keys(assistants));

/** @param text a host, or `utm_source` as ChatGPT fills it in */
export const assistantOf = (text: string) => byHost.get(text.toLowerCase().replace(/^www\./, ''));

/** Whether a source is one of them. */
export const isAssistant = (source: string) => names.has(source);
