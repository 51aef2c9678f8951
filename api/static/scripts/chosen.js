// Brings what was chosen elsewhere before whoever reads the list.

import { dayOf, iso } from "./calendar.js";
import { still } from "./motion.js";

const SEEKING = 8; // pages that are turned at most to find one entry
const FIRST = dayOf("0001-01-01");

/** The entry, or the first of that day; with `go` the focus goes there too. */
export async function show(list, { key, start }, go) {
  const entry = list.at(key) ?? (await seek(list, key, start));
  if (!entry) return;
  const place = entry.getBoundingClientRect().top - innerHeight * 0.3;
  scrollBy({ top: place, behavior: still() || Math.abs(place) > 2 * innerHeight ? "instant" : "smooth" });
  mark(list, entry);
  if (go) {
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
  }
  list.soon();
}

async function seek(list, key, start) {
  await list.replace(Number.isFinite(start) ? { at: iso(Math.max(start, FIRST)) } : {});
  for (let turned = 0; key && !list.at(key) && turned < SEEKING; turned++) if (!(await list.more("next"))) break;
  return (key && list.at(key)) || list.host.querySelector("article");
}

function mark(list, entry) {
  list.host.querySelector("[data-chosen]")?.removeAttribute("data-chosen");
  entry.dataset.chosen = "";
}
