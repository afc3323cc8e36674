import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels } from '../../schemas/channels.js';
import { channelOf } from './channel.js';
import { take } from './testing.js';

const sourcesOf = (view: { url?: string; referrer?: string; landing?: string }) => {
  const { events } = take({ type: 'page_view', url: 'https://shop.test/', ...view });
  return { source: events?.source, medium: events?.medium, channel: events?.channel };
};
const from = (referrer: string) => Object.values(sourcesOf({ referrer })).join(' | ');
const marked = (query: string, referrer = '') =>
  Object.values(sourcesOf({ url: `https://shop.test/?${query}`, referrer })).join(' | ');

describe('referrer', () => {
  it.each([
    // Search engines, in several countries
    ['https://www.google.com/', 'google | organic | organic_search'],
    ['https://google.com/', 'google | organic | organic_search'],
    ['https://www.google.com.tr/', 'google | organic | organic_search'],
    ['https://www.google.es/', 'google | organic | organic_search'],
    ['https://www.google.com.mx/search?q=espresso', 'google | organic | organic_search'],
    ['https://www.google.com/imgres', 'google images | organic | organic_search'],
    ['https://www.bing.com/', 'bing | organic | organic_search'],
    ['https://cn.bing.com/search', 'bing | organic | organic_search'],
    ['https://duckduckgo.com/', 'duckduckgo | organic | organic_search'],
    ['https://tr.search.yahoo.com/', 'yahoo | organic | organic_search'],
    ['https://search.yahoo.co.jp/', 'yahoo | organic | organic_search'],
    ['https://yandex.ru/', 'yandex | organic | organic_search'],
    ['https://yandex.com.tr/search/', 'yandex | organic | organic_search'],
    ['https://ya.ru/', 'yandex | organic | organic_search'],
    ['https://www.baidu.com/link', 'baidu | organic | organic_search'],
    ['https://search.naver.com/', 'naver | organic | organic_search'],
    ['https://www.ecosia.org/', 'ecosia | organic | organic_search'],
    ['https://search.brave.com/', 'brave search | organic | organic_search'],
    ['https://www.startpage.com/', 'startpage | organic | organic_search'],
    // What search engines run besides
    ['https://docs.google.com/document/d/1', 'docs.google.com | referral | referral'],
    ['https://maps.google.com/', 'maps.google.com | referral | referral'],
    ['https://sites.google.com/view/x', 'sites.google.com | referral | referral'],
    // Social networks
    ['https://www.facebook.com/', 'facebook | social | organic_social'],
    ['https://l.facebook.com/l.php', 'facebook | social | organic_social'],
    ['https://m.facebook.com/', 'facebook | social | organic_social'],
    ['https://l.instagram.com/', 'instagram | social | organic_social'],
    ['https://t.co/AbC', 'x | social | organic_social'],
    ['https://x.com/', 'x | social | organic_social'],
    ['https://www.linkedin.com/feed/', 'linkedin | social | organic_social'],
    ['https://lnkd.in/x', 'linkedin | social | organic_social'],
    ['https://es.pinterest.com/', 'pinterest | social | organic_social'],
    ['https://www.youtube.com/watch', 'youtube | social | organic_social'],
    ['https://old.reddit.com/r/espresso', 'reddit | social | organic_social'],
    ['https://www.tiktok.com/', 'tiktok | social | organic_social'],
    ['https://web.whatsapp.com/', 'whatsapp | social | organic_social'],
    ['https://eksisozluk.com/kahve', 'eksi sozluk | social | organic_social'],
    ['https://vk.com/', 'vkontakte | social | organic_social'],
    // Mail
    ['https://mail.google.com/mail/u/0/', 'gmail | email | email'],
    ['https://outlook.live.com/', 'outlook.com | email | email'],
    ['https://outlook.office365.com/', 'outlook.com | email | email'],
    ['https://mail.yandex.ru/', 'yandex | email | email'],
    ['https://mail.yandex.com.tr/', 'yandex | email | email'],
    ['https://mail.yahoo.com/', 'yahoo mail | email | email'],
    ['https://webmail.example.net/', 'webmail.example.net | email | email'],
    // AI assistants, before the search engine whose domain they are on
    ['https://chatgpt.com/', 'chatgpt | ai-assistant | ai_assistant'],
    ['https://chat.openai.com/', 'chatgpt | ai-assistant | ai_assistant'],
    ['https://www.perplexity.ai/search/x', 'perplexity | ai-assistant | ai_assistant'],
    ['https://gemini.google.com/', 'gemini | ai-assistant | ai_assistant'],
    ['https://notebooklm.google.com/', 'notebooklm | ai-assistant | ai_assistant'],
    ['https://copilot.microsoft.com/', 'copilot | ai-assistant | ai_assistant'],
    ['https://claude.ai/', 'claude | ai-assistant | ai_assistant'],
    ['https://grok.com/', 'grok | ai-assistant | ai_assistant'],
    ['https://chat.deepseek.com/', 'deepseek | ai-assistant | ai_assistant'],
    ['https://chat.mistral.ai/chat', 'le chat | ai-assistant | ai_assistant'],
    // Apps of Android
    ['android-app://com.google.android.gm/', 'gmail | email | email'],
    ['android-app://com.google.android.googlequicksearchbox/', 'google | organic | organic_search'],
    ['android-app://com.google.android.apps.docs/', 'com.google.android.apps.docs | referral | referral'],
    ['android-app://com.facebook.katana/', 'facebook | social | organic_social'],
    ['android-app://com.instagram.android', 'instagram | social | organic_social'],
    ['android-app://com.linkedin.android/', 'linkedin | social | organic_social'],
    ['android-app://com.openai.chatgpt/', 'chatgpt | ai-assistant | ai_assistant'],
    ['android-app://com.slack/', 'com.slack | referral | referral'],
    // Ads of networks, by the page that served them
    ['https://googleads.g.doubleclick.net/pagead/aclk', 'google | cpc | paid_search'],
    ['https://trc.taboola.com/', 'taboola | cpc | paid_other'],
    // Everybody else, those among them whose names begin or end like a known one
    ['https://blog.test/a', 'blog.test | referral | referral'],
    ['https://www.blog.test/a', 'blog.test | referral | referral'],
    ['https://t.company.com/', 't.company.com | referral | referral'],
    ['https://google.com.evil.test/', 'google.com.evil.test | referral | referral'],
    ['https://notgoogle.com/', 'notgoogle.com | referral | referral'],
    ['https://x.community/', 'x.community | referral | referral'],
    ['https://www.cnn.com/2026/story', 'cnn.com | referral | referral'],
    ['https://constructor/', 'constructor | referral | referral'],
    ['https://192.0.2.7/', '192.0.2.7 | referral | referral'],
    // No address
    ['', 'direct |  | direct'],
    ['about:blank', 'direct |  | direct'],
    ['nonsense', 'direct |  | direct'],
    ['///', 'direct |  | direct'],
  ])('%s is %s', (referrer, expected) => expect(from(referrer)).toBe(expected));

  it('is nothing new inside a visit', () => {
    expect(from('https://www.shop.test/a')).toBe(' |  | ');
  });

  it('has always a channel that is declared, whatever is sent', () => {
    const address = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string(), fc.webPath());
    fc.assert(
      fc.property(address, fc.webUrl({ withQueryParameters: true }), (referrer, url) => {
        const { source, channel } = sourcesOf({ referrer, url });
        expect(source ? channels : ['']).toContain(channel);
      }),
    );
  });
});

describe('channel', () => {
  it.each([
    // [source, medium] as owners and networks write them
    ['google', 'cpc', 'paid_search'],
    ['google', 'ppc', 'paid_search'],
    ['bing', 'paid', 'paid_search'],
    ['adwords', 'cpc', 'paid_search'],
    ['yandex', 'cpc', 'paid_search'],
    ['facebook', 'cpc', 'paid_social'],
    ['facebook', 'paidsocial', 'paid_social'],
    ['facebook.com', 'paid_social', 'paid_social'],
    ['fb', 'paid', 'paid_social'],
    ['ig', 'paid-social', 'paid_social'],
    ['linkedin', 'retargeting', 'paid_social'],
    ['x', 'cpc', 'paid_social'],
    ['twitter', 'cpc', 'paid_social'],
    ['somewhere', 'display', 'display'],
    ['somewhere', 'banner', 'display'],
    ['google', 'display', 'display'],
    ['somewhere', 'cpm', 'display'],
    ['partner-network', 'cpc', 'paid_other'],
    ['chatgpt', 'cpc', 'paid_other'],
    ['newsletter', 'email', 'email'],
    ['newsletter', 'e-mail', 'email'],
    ['newsletter', 'e_mail', 'email'],
    ['email', '', 'email'],
    ['google', 'email', 'email'],
    ['gmail', '', 'email'],
    ['ada', 'affiliate', 'affiliate'],
    ['ada', 'affiliates', 'affiliate'],
    ['twilio', 'sms', 'sms'],
    ['sms', '', 'sms'],
    ['app', 'web-push', 'push'],
    ['app', 'push', 'push'],
    ['chatgpt', '', 'ai_assistant'],
    ['facebook', '', 'organic_social'],
    ['instagram', 'bio', 'organic_social'],
    ['somewhere', 'social', 'organic_social'],
    ['somewhere', 'social-media', 'organic_social'],
    ['google', '', 'organic_search'],
    ['google', 'organic', 'organic_search'],
    ['somewhere', 'organic', 'organic_search'],
    ['blog', 'referral', 'referral'],
    ['blog', 'link', 'referral'],
    ['direct', '', 'direct'],
    ['direct', '(none)', 'direct'],
    ['flyer', 'print', 'other'],
    ['flyer', '', 'other'],
    ['constructor', '__proto__', 'other'],
  ])('%s / %s is %s', (source, medium, expected) => expect(channelOf(source, medium)).toBe(expected));

  it('is told whatever case the marks have', () => {
    expect(marked('utm_source=Google&utm_medium=CPC')).toBe('Google | CPC | paid_search');
  });

  it('is of page views that begin a visit only', () => {
    const url = 'https://shop.test/?utm_source=google';
    expect(take({ type: 'x', url }).events).toMatchObject({ channel: '' });
    expect(take({ type: 'page_view', url: 'not an address' }).events).toMatchObject({ channel: '' });
  });
});

describe('ad clicks', () => {
  it.each([
    ['gclid', 'google | cpc | paid_search'],
    ['gbraid', 'google | cpc | paid_search'],
    ['wbraid', 'google | cpc | paid_search'],
    ['dclid', 'doubleclick | cpm | display'],
    ['msclkid', 'bing | cpc | paid_search'],
    ['ttclid', 'tiktok | cpc | paid_social'],
    ['twclid', 'x | cpc | paid_social'],
    ['li_fat_id', 'linkedin | cpc | paid_social'],
    ['rdt_cid', 'reddit | cpc | paid_social'],
    ['rdclid', 'reddit | cpc | paid_social'],
    ['ScCid', 'snapchat | cpc | paid_social'],
    ['yclid', 'yandex | cpc | paid_search'],
    ['irclickid', 'impact | affiliate | affiliate'],
    // These mark unpaid links, too.
    ['fbclid', 'facebook | social | organic_social'],
    ['epik', 'pinterest | social | organic_social'],
  ])('are told by %s, and kept', (parameter, expected) => {
    expect(marked(`${parameter}=AbC-1_2`)).toBe(expected);
    // Networks send no referrer, or one of their own.
    expect(marked(`${parameter}=AbC-1_2`, 'https://www.google.com/')).toBe(expected);
    const { events } = take({ type: 'page_view', url: `https://shop.test/?a=1&${parameter}=AbC-1_2#b` });
    expect(events).toMatchObject({ ad_click_param: parameter, ad_click_id: 'AbC-1_2' });
  });

  it('are kept beside the owner’s own marks, which name the source', () => {
    const url = 'https://shop.test/?utm_source=google&utm_campaign=c&gclid=1';
    expect(take({ type: 'page_view', url }).events).toMatchObject({
      source: 'google',
      medium: 'cpc',
      channel: 'paid_search',
      campaign: 'c',
      ad_click_param: 'gclid',
      ad_click_id: '1',
    });
    expect(marked('utm_source=ig&utm_medium=paid&fbclid=1')).toBe('ig | paid | paid_social');
    expect(marked('utm_source=ig&fbclid=1')).toBe('ig |  | organic_social');
  });

  it('are whole, and one is enough', () => {
    const id = 'x'.repeat(400);
    const { events } = take({ type: 'page_view', url: `https://shop.test/?fbclid=2&gclid=${id}` });
    expect(events).toMatchObject({ ad_click_param: 'gclid', ad_click_id: id });
    expect(take({ type: 'page_view', url: 'https://shop.test/' }).events).toMatchObject({
      ad_click_param: '',
      ad_click_id: '',
    });
  });
});

describe('marks of assistants', () => {
  it('count with those that their referrer tells', () => {
    expect(marked('utm_source=chatgpt.com')).toBe('chatgpt | ai-assistant | ai_assistant');
    expect(marked('utm_source=www.perplexity.ai')).toBe('perplexity | ai-assistant | ai_assistant');
    expect(marked('utm_source=chatgpt.com&utm_medium=referral')).toBe('chatgpt | referral | ai_assistant');
  });
});

describe('source', () => {
  const sourceOf = (url: string, referrer = '', site = {}) => {
    const { events } = take({ type: 'page_view', url, referrer }, { site });
    return [events?.source, events?.medium];
  };
  it.each([
    ['https://shop.test/', '', 'direct', ''],
    ['https://shop.test/', 'https://www.google.com/', 'google', 'organic'],
    ['https://shop.test/?utm_source=News&utm_medium=email', 'https://mail.test/', 'News', 'email'],
    ['https://shop.test/?gclid=1', 'https://www.google.com/', 'google', 'cpc'],
    ['https://shop.test/?msclkid=1', '', 'bing', 'cpc'],
    ['https://shop.test/?fbclid=1', '', 'facebook', 'social'],
    ['https://shop.test/?utm_source=ig&fbclid=1', '', 'ig', ''],
    ['https://shop.test/b', 'https://shop.test/a', '', ''],
    ['https://www.shop.test/b', 'https://shop.test/a', '', ''],
    ['https://shop.test:8080/b', 'https://shop.test/a', 'shop.test', 'referral'],
    ['not an address', '', '', ''],
  ])('%s from %s', (url, referrer, source, medium) =>
    expect(sourceOf(url, referrer)).toEqual([source, medium]),
  );

  it('does not count the site’s other hosts as sources', () => {
    const site = { origins: ['https://*.shop.test', 'https://www.shop.example'] };
    expect(sourceOf('https://a.shop.test/', 'https://pay.shop.test/', site)).toEqual(['', '']);
    expect(sourceOf('https://a.shop.test/', 'https://shop.example/', site)).toEqual(['', '']);
    expect(sourceOf('https://a.shop.test/', 'https://notshop.test/', site)).toEqual([
      'notshop.test',
      'referral',
    ]);
  });

  it('is never a host that the site ignores, nor one below it', () => {
    const site = { ignoredReferrers: ['pay.example', 'shop.test', 'google.com'] };
    const sourceFrom = (referrer: string, query = '') =>
      sourceOf(`https://shop.test/${query}`, referrer, site);
    expect(sourceFrom('https://pay.example/done')).toEqual(['direct', '']);
    expect(sourceFrom('https://3ds.bank.pay.example:8443/')).toEqual(['direct', '']);
    expect(sourceFrom('https://www.google.com/')).toEqual(['direct', '']);
    expect(sourceFrom('https://notpay.example/')).toEqual(['notpay.example', 'referral']);
    expect(sourceFrom('https://pay.example.evil.test/')).toEqual(['pay.example.evil.test', 'referral']);
    // What the owner marked counts wherever it is clicked; another page of the site stays one.
    expect(sourceFrom('https://pay.example/', '?utm_source=receipt')).toEqual(['receipt', '']);
    expect(sourceFrom('https://shop.test/a')).toEqual(['', '']);
  });

  it('keeps the campaign, and is of page views only', () => {
    const url = 'https://shop.test/?utm_source=s&utm_campaign=c&utm_term=t&utm_content=ada@example.com';
    expect(take({ type: 'page_view', url }).events).toMatchObject({
      campaign: 'c',
      term: 't',
      content: 'removed',
    });
    expect(take({ type: 'x', url }).events).toMatchObject({ source: '', campaign: '' });
  });
});

describe('source, where the address changed', () => {
  const sourceOf = (landing: unknown, url = 'https://shop.test/', referrer = '') => {
    const { events } = take({ type: 'page_view', url, referrer, landing });
    return [events?.source, events?.medium, JSON.parse(events?.props ?? '').landing];
  };
  it('is told by the address that the browser asked for', () => {
    const landing = 'https://shop.test/?utm_source=News&utm_medium=email&utm_content=ada@example.com&token=x';
    const kept = 'https://shop.test/?utm_source=News&utm_medium=email&utm_content=removed&token=removed';
    expect(sourceOf(landing)).toEqual(['News', 'email', kept]);
    expect(sourceOf('https://shop.test/?gclid=1')).toEqual(['google', 'cpc', 'https://shop.test/?gclid=1']);
    expect(sourceOf('https://shop.test/', 'https://shop.test/?utm_source=x')[0]).toBe('direct');
  });
  it('is told by the page where there is no other address', () => {
    for (const landing of [undefined, null, '', 'nonsense', {}, 7])
      expect(sourceOf(landing, 'https://shop.test/?utm_source=x')[0]).toBe('x');
  });

  it.each([
    ['https://shop.test/?via=ada', '', 'ada', 'affiliate'],
    ['https://shop.test/?ref=%20Bob%20&fpr=x', 'https://blog.test/', 'Bob', 'affiliate'],
    ['https://shop.test/?aff=17', '', '17', 'affiliate'],
    ['https://shop.test/?affid=17', '', '17', 'affiliate'],
    ['https://shop.test/?fpr=17', '', '17', 'affiliate'],
    ['https://shop.test/?via=&ref=bob', '', 'bob', 'affiliate'],
    ['https://shop.test/?via=ada&utm_source=News', '', 'News', ''],
    ['https://shop.test/?via=ada&gclid=1', '', 'google', 'cpc'],
    ['https://shop.test/?ref=footer', 'https://www.shop.test/', '', ''],
    ['https://shop.test/?reference=1', '', 'direct', ''],
  ])('is the affiliate’s: %s from %s', (landing, referrer, source, medium) => {
    expect(sourceOf(landing, 'https://shop.test/', referrer).slice(0, 2)).toEqual([source, medium]);
    expect(sourceOf(undefined, landing, referrer).slice(0, 2)).toEqual([source, medium]);
  });

  it('is the affiliate’s by parameters of the site’s own, before the usual ones', () => {
    const site = { affiliateParameters: ['partner', 'p-id'] };
    const partnerOf = (url: string, referrer = '') => {
      const { events } = take({ type: 'page_view', url, referrer }, { site });
      return [events?.source, events?.medium];
    };
    expect(partnerOf('https://shop.test/?partner=Ada')).toEqual(['Ada', 'affiliate']);
    expect(partnerOf('https://shop.test/?via=bob&p-id=17')).toEqual(['17', 'affiliate']);
    expect(partnerOf('https://shop.test/?via=bob&partner=')).toEqual(['bob', 'affiliate']);
    expect(partnerOf('https://shop.test/?partner=Ada', 'https://shop.test/')).toEqual(['', '']);
    expect(sourceOf(undefined, 'https://shop.test/?partner=Ada')[0]).toBe('direct');
  });
});
