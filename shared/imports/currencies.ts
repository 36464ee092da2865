/** Currencies of ISO 4217 people are paid in, but for US dollars. */
const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
    'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT ' +
    'MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD ' +
    'SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX UYU UZS VES VND VUV ' +
    'WST XAF XCD XOF XPF YER ZAR ZMW ZWL'
  ).split(' '),
);

const SYMBOLS: readonly (readonly [string, string])[] = [
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['MX$', 'MXN'],
  ['HK$', 'HKD'],
  ['R$', 'BRL'],
  ['S$', 'SGD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY or CNY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₽', 'RUB'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ['zł', 'PLN'],
  ['kr', 'SEK, NOK or DKK'],
];

/** The currency other than US dollars that text names by code or symbol, or nothing. */
export function otherCurrency(text: string): string | undefined {
  for (const [word] of text.toUpperCase().matchAll(WORD)) if (CODES.has(word)) return word;
  if (/US\$|USD/i.test(text)) return undefined;
  return SYMBOLS.find(([symbol]) => text.includes(symbol))?.[1];
}

/** The text without the ways of writing US dollars. */
export function withoutDollars(text: string): string {
  return text.replace(/US\s?\$|\bUSD\b|(?<=[\d\s)])USD\b|\bUSD(?=[\d\s(-])|\$/gi, '');
}

const WORD = /(?<![A-Z])[A-Z]{3}(?![A-Z])/g;
