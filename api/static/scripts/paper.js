// On paper a list has all its entries, or of many the page of a few hundred that begins with what is being read.

const SHEET = 300;

export function onPaper(list) {
  let [screen, top] = [null, 0];
  addEventListener("beforeprint", () => {
    list.chunks.forEach((chunk) => chunk.show());
    const sheet = !list.whole && (list.ends.next || list.ends.previous) ? sheetOf(list) : null;
    if (!sheet) return;
    [screen, top] = [[...list.results.children], scrollY];
    list.results.replaceChildren(...sheet);
  });
  addEventListener("afterprint", () => {
    if (!screen) return;
    list.results.replaceChildren(...screen);
    scrollTo({ top, behavior: "instant" });
    screen = null;
    list.soon();
  });
}

/** Asked for while printing waits, as a browser waits for nothing else. */
function sheetOf(list) {
  const asked = new URLSearchParams(list.filters);
  asked.set("limit", SHEET);
  const reading = list.seen()[0]?.dataset.earliest;
  if (reading && Number(list.host.dataset.count) > SHEET) asked.set("at", reading.slice(0, 10));
  const request = new XMLHttpRequest();
  request.open("GET", `${list.address}?${asked}`, false);
  try {
    request.send();
  } catch {
    return null; // what is there is printed
  }
  const read = request.status === 200 && new DOMParser().parseFromString(request.responseText, "text/html");
  return read ? [...read.querySelector("#results").children] : null;
}
