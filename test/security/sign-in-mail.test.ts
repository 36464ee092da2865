import { describe, expect, test } from 'vitest';
import { linkAddress } from '../../lambda/host/sign-in-link.ts';
import { signInMail } from '../../lambda/host/sign-in-mail.ts';

describe('the sign-in mail', () => {
  test('says what it is for, how long it works, and carries the link in its fragment', () => {
    const mail = signInMail('Test Charters', 'Ann', linkAddress('https://app.example.com', 'TOKEN'));
    expect(mail.subject).toBe('Sign in to Test Charters');
    expect(mail.text).toBe(
      'Hello Ann,\n\nopen this link to sign in to Test Charters. It works once, for 10 minutes, in the browser you ' +
        'asked from.\n\nhttps://app.example.com/#/sign-in?t=TOKEN\n\n' +
        'You did not ask for it? Then leave it; nobody can sign in without it.\n',
    );
    expect(mail.html).toContain('<a href="https://app.example.com/#/sign-in?t=TOKEN">Sign in</a>');
  });

  test.each([
    ['<img src=x onerror=alert(1)>'],
    ['"><script>alert(1)</script>'],
    ["' onmouseover='x"],
    ['&lt;b&gt;'],
    ['{{constructor}}'],
  ])('shows a name like %j as text', (name) => {
    const { html } = signInMail(name, name, 'https://app.example.com/#/sign-in?t=T');
    expect(html).not.toMatch(/<(img|script|b)\b|"[^"<]*onmouseover/);
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  test('a name with line breaks adds no line to subject or text', () => {
    const mail = signInMail('Test\r\nBcc: evil@example.com', 'Ann\n\nhttps://evil.example', 'https://app.example.com');
    expect(mail.subject).toBe('Sign in to Test Bcc: evil@example.com');
    expect(mail.text.split('\n')).not.toContain('https://evil.example');
  });
});
