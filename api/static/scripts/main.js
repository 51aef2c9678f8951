// The chronology page comes complete from the server. This adds a band of time, keeps the list light, applies filters
// in place and tells news.

import { Band } from "./band.js";
import { dayOf } from "./calendar.js";
import { show as reveal } from "./chosen.js";
import { Filters, selected } from "./filters.js";
import { element } from "./furniture.js";
import { List } from "./list.js";
import { Live } from "./live.js";
import { daysOf, settle } from "./reader.js";
import { Strip } from "./strip.js";

const section = document.querySelector("#band");
const results = document.querySelector("#results");
if (section && results) begin();
else section?.remove();

function begin() {
  const band = new Band(section, (item, go) => reveal(list, item.kind === "mark" ? item : { start: item.start }, go));
  const strip = new Strip();
  const list = new List(results, (start, end) => band.reading(start, end));
  const shown = (params) => {
    strip.load(inBand(params));
    return show(band, list, params);
  };
  const filters = new Filters(document.querySelector("form.find"), shown);
  list.filters = filters.now;
  band.load(inBand(filters.now));
  list.tidy();
  for (const type of ["focusin", "click"]) {
    results.addEventListener(type, ({ target }) => chosen(band, target.closest("article")));
  }
  listen(band, list, strip);
  if (location.hash.startsWith("#e-")) found(band, list, location.hash.slice(3));
}

function listen(band, list, strip) {
  const arrived = () => {
    strip.load();
    band.load();
  };
  const live = { arrived, wanted: (ids) => renewed(band, list, ids) };
  new Live(section.dataset.stream.split("?")[0], results, live);
}

/** The band tells all of a selection from left to right, whatever the order of the list. */
function inBand(params) {
  const rest = new URLSearchParams(params);
  rest.delete("order");
  return rest;
}

async function show(band, list, params) {
  results.setAttribute("aria-busy", "true");
  const pictured = band.load(inBand(params));
  try {
    await list.replace({}, params);
    list.tidy();
  } catch (failure) {
    results.replaceChildren(element("p", { class: "fault", role: "alert" }, `Nothing could be found: ${failure.message}.`));
  } finally {
    results.removeAttribute("aria-busy");
  }
  await pictured;
}

/** The entries anew from the first one on show, which stays where it is as far as it is still there. */
async function renewed(band, list, ids) {
  const [first] = list.seen();
  const top = first?.getBoundingClientRect().top;
  const days = first && daysOf(first);
  await list.replace(days && Number.isFinite(days.start) ? { at: first.dataset.earliest.slice(0, 10) } : {}, selected(location.search));
  const again = first && document.getElementById(first.id);
  if (again) settle(again, top);
  for (const id of ids) document.getElementById(`e-${id}`)?.setAttribute("data-fresh", "");
  list.tidy();
}

function chosen(band, entry) {
  if (!entry) return;
  const { start, end } = daysOf(entry);
  band.select(entry.id.slice(2), start, end);
}

/** An entry that the address names and the page does not hold. */
async function found(band, list, key) {
  if (list.at(key)) return;
  const [address] = section.dataset.events.split("?");
  const answer = await fetch(`${address}/events/${encodeURIComponent(key)}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { when } = await answer.json();
  const start = dayOf(when.earliest?.slice(0, 10));
  await reveal(list, { key, start: Number.isNaN(start) ? -Infinity : start }, true);
}
