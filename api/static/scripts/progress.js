// An article that is being read: asks how far it is, and shows its page anew once that has ended.

const place = document.querySelector("#progress[data-article]");
const WAITING = { queued: "In the queue.", processing: "Being read now." };
const LONGEST = 10_000;

async function look(pause) {
  let state;
  try {
    const answer = await fetch(place.dataset.article, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (answer.ok) state = (await answer.json()).state;
  } catch {
    // the server is away: it is asked again
  }
  if (state && !WAITING[state]) return location.reload();
  const said = place.querySelector("strong");
  if (state && said.textContent !== WAITING[state]) said.textContent = WAITING[state];
  setTimeout(look, pause, Math.min(pause * 1.5, LONGEST));
}

if (place) look(500);
