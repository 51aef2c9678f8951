// The list of entries, as the server renders them, with no more of it in the page than is near what is being read.

import { dayOf, endOf, iso } from "./calendar.js";
import { Chunk, chunksOf } from "./chunks.js";
import { still } from "./motion.js";
import { counted } from "./spoken.js";

const PAGE = 15;
const NEAR = 1500; // pixels around the window within which entries are kept ready
const FAR = 3000; // beyond which they give way to an empty box of their size
const MOST = 2200; // elements that entries may take
const SEEKING = 8; // pages that are turned at most to find one entry

export class List {
  /** `results` holds what came with the page; `read(start, end)` is told what is on show as one scrolls. */
  constructor(results, read) {
    this.results = results;
    this.read = read;
    this.address = results.dataset.entries;
    this.filters = new URLSearchParams();
    this.turn = 0;
    document.documentElement.classList.add("windowed");
    this.adopt();
    addEventListener("scroll", () => this.soon(), { passive: true });
    addEventListener("resize", () => this.soon());
    addEventListener("beforeprint", () => this.chunks.forEach((chunk) => chunk.show()));
  }

  /** The entries that came from the server become the first chunks; there may be none. */
  adopt() {
    this.host = this.results.querySelector("#list") ?? document.createElement("div");
    const { previous = "", next = "", count = "0" } = this.host.dataset;
    this.ends = { previous, next };
    this.chunks = chunksOf([...this.host.children], PAGE);
    this.host.replaceChildren(...this.chunks.map(({ element }) => element));
    const number = this.results.querySelector("#found strong");
    if (number) number.textContent = counted(Number(count));
  }

  soon() {
    this.waiting ||= requestAnimationFrame(() => {
      this.waiting = 0;
      this.tidy();
    });
  }

  /** Brings back what is near, puts away what is far, asks for more where an end is near, and tells what is read. */
  tidy() {
    this.keeping(() => {
      const heights = this.chunks.map((chunk) => chunk.box());
      const near = ([top, bottom], room) => bottom > -room && top < innerHeight + room;
      let elements = 0;
      const order = this.chunks.map((chunk, n) => [chunk, heights[n]]).sort(([, a], [, b]) => away(a) - away(b));
      for (const [chunk, box] of order) {
        const wanted = near(box, chunk.shown ? FAR : NEAR) && (elements < MOST || near(box, 0));
        if (wanted) chunk.show();
        else chunk.put(box[1] - box[0]);
        elements += chunk.elements;
      }
    });
    this.tell();
    const [top, bottom] = this.extent();
    if (bottom < innerHeight + NEAR) this.more("next");
    if (top > -NEAR) this.more("previous");
  }

  extent() {
    const box = this.host.getBoundingClientRect();
    return [box.top, box.bottom];
  }

  /** What is looked at stays where it is, whatever the change does above it. */
  keeping(change) {
    const seen = this.seen()[0];
    const before = seen?.getBoundingClientRect().top;
    change();
    const after = seen?.isConnected ? seen.getBoundingClientRect().top : before;
    if (seen && Math.abs(after - before) > 0.5) scrollBy({ top: after - before, behavior: "instant" });
  }

  /** The entries within the window. */
  seen() {
    const found = [];
    for (const chunk of this.chunks) {
      const [top, bottom] = chunk.box();
      if (!chunk.shown || bottom < 0 || top > innerHeight) continue;
      for (const entry of chunk.element.querySelectorAll("article")) {
        const box = entry.getBoundingClientRect();
        if (box.bottom > 0 && box.top < innerHeight) found.push(entry);
      }
    }
    return found;
  }

  tell() {
    const starts = this.seen().map(({ dataset }) => dayOf(dataset.earliest)).filter((day) => !Number.isNaN(day));
    if (starts.length) this.read(Math.min(...starts), Math.max(...starts) + 1);
  }

  async more(way) {
    const cursor = this.ends[way];
    if (!cursor || this.asking === way || this.failed) return false;
    this.asking = way;
    const turn = this.turn;
    try {
      const page = await this.page({ [way === "next" ? "after" : "before"]: cursor });
      if (turn !== this.turn) return false;
      this.keeping(() => this.join(page, way));
      return true;
    } catch (failure) {
      this.fail(failure);
      return false;
    } finally {
      if (this.asking === way) this.asking = null;
      this.soon();
    }
  }

  join(page, way) {
    this.ends[way] = page[way];
    if (!page.groups.length) return;
    const chunk = new Chunk(page.groups);
    if (way === "next") this.chunks.push(chunk);
    else this.chunks.unshift(chunk);
    this.host[way === "next" ? "append" : "prepend"](chunk.element);
    const at = this.chunks.indexOf(chunk);
    chunk.seam(this.chunks[at - 1]);
    this.chunks[at + 1]?.seam(chunk);
  }

  /** A page of the list from the server: its groups, and where it goes on. */
  async page(given) {
    const asked = new URLSearchParams(this.filters);
    for (const [name, value] of Object.entries({ ...given, limit: PAGE })) asked.set(name, value);
    const answer = await fetch(`${this.address}?${asked}`, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    const results = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#results");
    const list = results.querySelector("#list");
    const { previous = "", next = "" } = list?.dataset ?? {};
    return { results, groups: [...(list?.children ?? [])], previous, next };
  }

  fail(failure) {
    this.failed = failure;
    setTimeout(() => (this.failed = null), 3000);
  }

  /** The list from there on, in place of what it was. */
  async replace(given, filters = this.filters) {
    this.filters = filters;
    const turn = ++this.turn;
    const page = await this.page(given);
    if (turn !== this.turn) return null;
    this.results.replaceChildren(...page.results.children);
    this.adopt();
    return page;
  }

  /** Brings the entry, or the first of that day, before the reader; with `go` the focus goes there too. */
  async show({ key, start }, go) {
    const entry = this.at(key) ?? (await this.seek(key, start));
    if (!entry) return;
    const place = entry.getBoundingClientRect().top - innerHeight * 0.3;
    scrollBy({ top: place, behavior: still() || Math.abs(place) > 2 * innerHeight ? "instant" : "smooth" });
    this.mark(entry);
    if (go) {
      entry.tabIndex = -1;
      entry.focus({ preventScroll: true });
    }
    this.soon();
  }

  at(key) {
    const id = `e-${key}`;
    const chunk = this.chunks.find((each) => each.holds(id));
    chunk?.show();
    return document.getElementById(id);
  }

  async seek(key, start) {
    await this.replace(Number.isFinite(start) ? { at: iso(Math.max(start, dayOf("0001-01-01"))) } : {});
    for (let turned = 0; key && !this.at(key) && turned < SEEKING; turned++) if (!(await this.more("next"))) break;
    return (key && this.at(key)) || this.host.querySelector("article");
  }

  mark(entry) {
    this.host.querySelector("[data-chosen]")?.removeAttribute("data-chosen");
    entry.dataset.chosen = "";
  }
}

/** The days of an entry as the band counts them. */
export function daysOf({ dataset }) {
  const start = dataset.earliest ? dayOf(dataset.earliest) : -Infinity;
  return { start, end: dataset.latest ? endOf(dataset.latest) : Infinity };
}

function away([top, bottom]) {
  return Math.max(top - innerHeight, -bottom, 0);
}
