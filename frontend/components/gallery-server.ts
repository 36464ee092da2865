/** How the gallery answers a request: with a body; never; with a failure; with a body at first, then with a failure. */
export type GalleryAnswer =
  | { readonly comes: 'now' | 'at first'; readonly body: unknown }
  | { readonly comes: 'never' }
  | { readonly comes: 'failed' };

/** How long a page of the gallery has for its first answer before it is left and come back to. */
const SEEN_MS = 700;

/** The gallery has no server: from now on what is asked of one is answered here, as far as there is an answer. */
export function answering(answerTo: (url: URL) => GalleryAnswer | undefined): void {
  const asked = globalThis.fetch;
  const firstAskedAt = new Map<string, number>();
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const answer = url.pathname.startsWith('/api/') ? answerTo(url) : undefined;
    if (answer === undefined) return asked(input, init);
    if (answer.comes === 'never') return new Promise(() => undefined);
    const sinceFirstMs = performance.now() - (firstAskedAt.get(url.href) ?? performance.now());
    firstAskedAt.set(url.href, performance.now() - sinceFirstMs);
    if (answer.comes === 'failed' || (answer.comes === 'at first' && sinceFirstMs > SEEN_MS / 2)) return unavailable();
    return Response.json(answer.body);
  };
}

/** Leaves the pages marked as old and comes back to them: they show what they had while asking anew, in vain. */
export async function comeBackTo(root: ParentNode): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, SEEN_MS));
  for (const page of root.querySelectorAll('.old')) page.replaceWith(page);
}

function unavailable(): Response {
  const detail = 'The books could not be read. Try again in a moment.';
  return Response.json({ code: 'unavailable', detail, problems: [], requestId: 'req_gallery' }, { status: 503 });
}
