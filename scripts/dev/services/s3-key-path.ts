/** Longest piece of a name on disk; file systems allow 255 bytes. */
const PIECE_LENGTH = 200;

/**
 * Where an object lives below its bucket's folder: the key's own folders, then a folder ending in `@`.
 * Every character that means something to a file system is percent-encoded, so no key can leave the folder;
 * `=` stands for an empty part and a trailing `+` says that the part goes on in the next folder.
 */
export function pathOfKey(key: string): string {
  return `${key.split('/').flatMap(piecesOf).join('/')}@`;
}

/** The deepest folder that holds every key beginning with a prefix. */
export function folderOfPrefix(prefix: string): string {
  return prefix.split('/').slice(0, -1).flatMap(piecesOf).join('/');
}

/** The key a path from `pathOfKey` stands for. */
export function keyOfPath(path: string): string {
  const parts = path.replace(/@$/, '').replaceAll('+/', '').split('/');
  return parts.map((part) => (part === '=' ? '' : decodeURIComponent(part))).join('/');
}

/** Why a key cannot be stored, or undefined. */
export function keyProblem(key: string): 'KeyTooLongError' | 'InvalidArgument' | undefined {
  if (Buffer.byteLength(key) > 1024) return 'KeyTooLongError';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML replies cannot name such keys
  return /[\u0000-\u001f\u007f]/.test(key) ? 'InvalidArgument' : undefined;
}

function piecesOf(part: string): string[] {
  if (part === '') return ['='];
  const safe = /^\.+$/.test(part) ? part.replaceAll('.', '%2E') : encodeURIComponent(part).replaceAll('*', '%2A');
  const pieces = safe.match(new RegExp(`.{1,${PIECE_LENGTH}}`, 'g')) ?? [safe];
  return pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece}+` : piece));
}
