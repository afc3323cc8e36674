/**
 * Where anybody can have a mailbox, or has one with their line: what stands before the @ is a person then, and what stands
 * after it says nothing of whom they work for. The lists on npm were looked at and left (November 2026): one has companies
 * and universities among the providers (facebook.com, alibaba.com, unican.es) and lacks those of Türkiye, another fetches
 * its list from the network while it is installed. So these are our own: the providers' own pages say that they give
 * mailboxes to all. A domain that is missing here is taken for a company's; add it.
 */
const PROVIDERS = [
  // Worldwide
  'gmail.com googlemail.com icloud.com me.com mac.com ymail.com rocketmail.com passport.com hotmail.com outlook.com',
  'proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com keemail.me',
  'fastmail.com fastmail.fm hey.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com post.com inbox.com',
  'hushmail.com mailbox.org posteo.de posteo.net duck.com disroot.org riseup.net runbox.com mailfence.com startmail.com',
  'engineer.com consultant.com europe.com asia.com dr.com myself.com cheerful.com writeme.com privaterelay.appleid.com',
  // United Kingdom, Ireland
  'btinternet.com btopenworld.com talktalk.net virginmedia.com virgin.net blueyonder.co.uk ntlworld.com sky.com',
  'tiscali.co.uk o2.co.uk plus.com plusnet.com eircom.net',
  // United States, Canada, Australia, New Zealand
  'comcast.net verizon.net att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net cox.net charter.net rr.com',
  'roadrunner.com earthlink.net mindspring.com juno.com netzero.net optonline.net optimum.net frontier.com',
  'windstream.net centurylink.net suddenlink.net aim.com netscape.net rogers.com shaw.ca telus.net sympatico.ca bell.net',
  'videotron.ca cogeco.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au westnet.com.au xtra.co.nz',
  // Spain, Latin America, Portugal, Brazil
  'telefonica.net movistar.es ono.com orange.es vodafone.es jazztel.es euskaltel.net terra.es wanadoo.es ya.com',
  'telecable.es correo.es fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar terra.com terra.com.mx prodigy.net.mx',
  'infinitum.com.mx vtr.net terra.cl une.net.co etb.net.co cantv.net adinet.com.uy sapo.pt netcabo.pt clix.pt iol.pt',
  'uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com r7.com oi.com.br',
  // Türkiye
  'mynet.com ttmail.com superonline.com turk.net e-kolay.net ttnet.net.tr windowslive.com hotmail.com.tr',
  // Germany, Austria, Switzerland
  'web.de t-online.de freenet.de arcor.de online.de vodafone.de 1und1.de magenta.de aon.at chello.at bluewin.ch',
  'hispeed.ch sunrise.ch gmx.net',
  // France, Belgium, Netherlands
  'orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr numericable.fr bbox.fr aliceadsl.fr club-internet.fr voila.fr',
  'skynet.be telenet.be proximus.be ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl chello.nl xs4all.nl upcmail.nl',
  // Italy, Greece
  'libero.it virgilio.it alice.it tin.it tiscali.it inwind.it iol.it tim.it fastwebnet.it email.it otenet.gr forthnet.gr',
  // Northern and eastern Europe
  'wp.pl o2.pl onet.pl op.pl interia.pl interia.eu gazeta.pl tlen.pl seznam.cz email.cz centrum.cz post.cz volny.cz',
  'centrum.sk azet.sk freemail.hu citromail.hu abv.bg mail.bg ukr.net i.ua meta.ua bigmir.net telia.com comhem.se spray.se',
  'online.no jubii.dk luukku.com inbox.lv mail.ee delfi.lt',
  'mail.ru bk.ru inbox.ru list.ru internet.ru rambler.ru ya.ru lenta.ru',
  // Asia, Africa
  'qq.com foxmail.com 163.com 126.com yeah.net vip.qq.com vip.163.com sina.com sina.cn sohu.com tom.com 21cn.com aliyun.com',
  '139.com 189.cn naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp',
  'rediffmail.com indiatimes.com sify.com walla.co.il singnet.com.sg pldtdsl.net mweb.co.za webmail.co.za telkomsa.net',
];

const providers = new Set(PROVIDERS.flatMap((domains) => domains.split(' ')));

/** Providers that have a domain in many a country: "yahoo.com.tr", "hotmail.es", "live.co.uk", "yandex.kz". */
const IN_COUNTRIES = /^(?:yahoo|hotmail|outlook|live|msn|aol|gmx|yandex)\.(?:com|net|(?:com?\.)?[a-z]{2})$/;

export const isMailProvider = (domain: string): boolean => providers.has(domain) || IN_COUNTRIES.test(domain);
