/** A name as it is written stands for itself, or for what the names of the request say. */
export type Names = Readonly<Record<string, string>>;

const TOKEN = /\s*(<>|<=|>=|[=<>(),.[\]+-]|[#:]?[A-Za-z0-9_]+)\s*/y;
const WORDS = ['AND', 'OR', 'NOT', 'BETWEEN', 'IN', 'SET', 'REMOVE', 'ADD', 'DELETE'];

/** The words of an expression, one after the other. */
export class TokenReader {
  readonly #tokens: readonly string[];
  readonly #names: Names;
  #at = 0;

  constructor(text: string, names: Names) {
    this.#tokens = tokensIn(text);
    this.#names = names;
  }

  get isOver(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Takes the next word if it is this one; keywords in any case. */
  took(word: string): boolean {
    const next = this.#tokens[this.#at];
    if (next === undefined || (WORDS.includes(word) ? next.toUpperCase() : next) !== word) return false;
    this.#at += 1;
    return true;
  }

  need(word: string): void {
    if (!this.took(word)) throw this.unexpected();
  }

  tookValue(): string | undefined {
    const next = this.#tokens[this.#at];
    if (next?.startsWith(':') !== true) return undefined;
    this.#at += 1;
    return next;
  }

  name(): string {
    const next = this.#tokens[this.#at];
    const name = next?.startsWith('#') ? this.#names[next] : next;
    if (next === undefined || name === undefined || !/^[#A-Za-z_]/.test(next)) throw this.unexpected();
    this.#at += 1;
    return name;
  }

  position(): number {
    const next = this.#tokens[this.#at] ?? '';
    if (!/^\d+$/.test(next)) throw this.unexpected();
    this.#at += 1;
    return Number(next);
  }

  end(): void {
    if (!this.isOver) throw this.unexpected();
  }

  unexpected(): SyntaxError {
    return new SyntaxError(`unexpected ${this.#tokens[this.#at] ?? 'end'} in ${this.#tokens.join(' ')}`);
  }
}

function tokensIn(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) throw new SyntaxError(`not an expression: ${text}`);
    tokens.push(found[1] ?? '');
  }
  return tokens;
}
