// Looks for new mail every two seconds while the page is visible and puts new rows on top. Rows that are there
// are never touched, so focus, selection and scrolling stay where they are.
const list = document.getElementById('mails');
const status = document.getElementById('status');
const EVERY_MS = 2000;

async function look() {
  const known = Number(list.dataset.newest);
  const reply = await fetch(`/rows?after=${known}`);
  if (!reply.ok) throw new Error(`answered ${reply.status}`);
  const newest = Number(reply.headers.get('x-newest'));
  if (newest < known) return location.reload(); // the inbox was emptied
  if (newest > known) {
    const page = new DOMParser().parseFromString(`<ol>${await reply.text()}</ol>`, 'text/html');
    const rows = [...page.querySelectorAll('li.mail')];
    for (const row of rows) row.classList.add('is-new');
    list.prepend(...rows);
    list.dataset.newest = String(newest);
  }
  say(reply.headers.get('x-status'), false);
}

// Said only when it changes: a status line that is set again is read out again.
function say(text, isTrouble) {
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle('is-trouble', isTrouble);
}

async function tick() {
  if (!document.hidden) {
    try {
      await look();
    } catch {
      say('The local mail service does not answer. Trying again…', true);
    }
  }
  setTimeout(tick, EVERY_MS);
}

if (list.dataset.live === 'yes') {
  setTimeout(tick, EVERY_MS);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) look().catch(() => undefined); // the next tick says it if it lasts
  });
}
