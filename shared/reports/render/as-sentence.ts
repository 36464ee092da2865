/** Words as a sentence of their own: with a capital, and a full stop where they have none. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;
}
