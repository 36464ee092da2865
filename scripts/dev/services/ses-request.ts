/** One call of the SES v1 query protocol, read from its form. */
export interface SesRequest {
  readonly action: string;
  readonly source: string | undefined;
  readonly destinations: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: readonly SesTag[];
  /** The message of SendRawEmail, byte for byte; undefined when there is none or it is not base64. */
  readonly rawMessage: Buffer | undefined;
}

/** A message tag: what SES repeats in its delivery events. */
export interface SesTag {
  readonly name: string;
  readonly value: string;
}

/** Reads the form-encoded body an SES client posts. Whether it makes sense is decided elsewhere. */
export function sesRequest(body: string): SesRequest {
  const form = new URLSearchParams(body);
  return {
    action: form.get('Action') ?? '',
    source: form.get('Source') ?? undefined,
    destinations: members(form, 'Destinations', '').map(({ value }) => value),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
    tags: members(form, 'Tags', '.Name').map(({ number, value }) => ({
      name: value,
      value: form.get(`Tags.member.${number}.Value`) ?? '',
    })),
    rawMessage: decodedBase64(form.get('RawMessage.Data')),
  };
}

/** Lists travel as List.member.1, List.member.2 …; read until the first gap. */
function members(form: URLSearchParams, list: string, suffix: string): { number: number; value: string }[] {
  const found: { number: number; value: string }[] = [];
  for (let number = 1; ; number += 1) {
    const value = form.get(`${list}.member.${number}${suffix}`);
    if (value === null) return found;
    found.push({ number, value });
  }
}

function decodedBase64(text: string | null): Buffer | undefined {
  if (text === null || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}
