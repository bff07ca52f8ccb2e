// Baton signs people in, for its console and for Camunda's applications alike, so Camunda's own form stays closed:
// whoever would be shown that form goes to Baton's.
const page = new URL('../../login?logout', import.meta.url);

function leave() {
  if (location.hash.startsWith('#/login')) {
    observer.disconnect();
    location.replace(page);
  }
}

const observer = new MutationObserver(leave);
observer.observe(document.documentElement, {childList: true, subtree: true});
leave();
