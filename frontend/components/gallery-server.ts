/** How the gallery answers a request: with a body; never; with a failure; with a body at first, then with a failure. */
export type GalleryAnswer =
  | { readonly comes: 'now' | 'at first'; readonly body: unknown }
  | { readonly comes: 'never' }
  | { readonly comes: 'failed' };

/** How long after the last answer every page of the gallery has shown what it was given. */
const SEEN_MS = 700;

/** Whether the pages have been left and come back to: what comes at first fails from then on. */
let isBack = false;
let answeredAt = performance.now();

/** The gallery has no server: from now on what is asked of one is answered here, as far as there is an answer. */
export function answering(answerTo: (url: URL) => GalleryAnswer | undefined): void {
  const asked = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const answer = url.pathname.startsWith('/api/') ? answerTo(url) : undefined;
    if (answer === undefined) return asked(input, init);
    if (answer.comes === 'never') return new Promise(() => undefined);
    if (answer.comes === 'failed' || (answer.comes === 'at first' && isBack)) return unavailable();
    if (answer.comes === 'at first') answeredAt = performance.now();
    return Response.json(answer.body);
  };
}

/** Leaves the pages marked as old and comes back to them: they show what they had while asking anew, in vain. */
export async function comeBackTo(root: ParentNode): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, SEEN_MS / 2));
  while (performance.now() - answeredAt < SEEN_MS);
  isBack = true;
  for (const page of root.querySelectorAll('.old')) page.replaceWith(page);
}

function unavailable(): Response {
  const detail = 'The books could not be read. Try again in a moment.';
  return Response.json({ code: 'unavailable', detail, problems: [], requestId: 'req_gallery' }, { status: 503 });
}
