// The list of entries, as the server renders them, with no more of it in the page than is near what is being read.

import { Chunk, chunksOf } from "./chunks.js";
import { entries } from "./entries.js";
import { onPaper } from "./paper.js";
import { daysRead, keeping, seen } from "./reader.js";
import { counted } from "./spoken.js";

const PAGE = 15;
const NEAR = 1500; // pixels around the window within which entries are kept ready
const FAR = 3000; // beyond which they give way to an empty box of their size
const MOST = 2200; // elements that entries may take

export class List {
  /** `results` holds what came with the page; `read(start, end)` is told what is on show as one scrolls. */
  constructor(results, read) {
    this.results = results;
    this.read = read;
    this.address = results.dataset.entries;
    this.filters = new URLSearchParams();
    this.turn = 0;
    this.whole = "whole" in results.dataset;
    this.adopt();
    addEventListener("scroll", () => this.soon(), { passive: true });
    addEventListener("resize", () => this.soon());
    onPaper(this);
  }

  /** The entries that came from the server become the first chunks; there may be none. */
  adopt() {
    document.documentElement.classList.toggle("windowed", !this.whole);
    this.host = this.results.querySelector("#list") ?? document.createElement("div");
    const { previous = "", next = "", count = "0" } = this.host.dataset;
    this.ends = { previous, next };
    this.chunks = chunksOf([...this.host.children], PAGE);
    this.host.replaceChildren(...this.chunks.map(({ element }) => element));
    const number = this.results.querySelector("#found strong");
    if (number && !this.whole) number.textContent = counted(Number(count));
  }

  soon() {
    this.waiting ||= requestAnimationFrame(() => {
      this.waiting = 0;
      this.tidy();
    });
  }

  /** Brings back what is near, puts away what is far, asks for more where an end is near, and tells what is read. */
  tidy() {
    keeping(this.chunks, () => {
      const heights = this.chunks.map((chunk) => chunk.box());
      const near = ([top, bottom], room) => bottom > -room && top < innerHeight + room;
      let elements = 0;
      const order = this.chunks.map((chunk, n) => [chunk, heights[n]]).sort(([, a], [, b]) => away(a) - away(b));
      for (const [chunk, box] of order) {
        const wanted = this.whole || near(box, chunk.shown ? FAR : NEAR) && (elements < MOST || near(box, 0));
        if (wanted) chunk.show();
        else chunk.put(box[1] - box[0]);
        elements += chunk.elements;
      }
    });
    this.tell();
    if (this.whole) return;
    const [top, bottom] = this.extent();
    if (bottom < innerHeight + NEAR) this.more("next");
    if (top > -NEAR) this.more("previous");
  }

  extent() {
    const box = this.host.getBoundingClientRect();
    return [box.top, box.bottom];
  }

  seen() {
    return seen(this.chunks);
  }

  tell() {
    const days = daysRead(this.seen());
    if (days) this.read(...days);
  }

  async more(way) {
    const cursor = this.ends[way];
    if (!cursor || this.asking === way || this.failed) return false;
    this.asking = way;
    const turn = this.turn;
    try {
      const page = await this.page({ [way === "next" ? "after" : "before"]: cursor });
      if (turn !== this.turn) return false;
      keeping(this.chunks, () => this.join(page, way));
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

  page(given) {
    return entries(this.address, this.filters, { ...given, limit: PAGE });
  }

  fail(failure) {
    this.failed = failure;
    setTimeout(() => (this.failed = null), 3000);
  }

  /** The list from there on, in place of what it was. */
  async replace(given, filters = this.filters) {
    this.filters = filters;
    this.whole = false;
    const turn = ++this.turn;
    const page = await this.page(given);
    if (turn !== this.turn) return null;
    this.results.replaceChildren(...page.results.children);
    this.adopt();
    return page;
  }

  at(key) {
    const id = `e-${key}`;
    const chunk = this.chunks.find((each) => each.holds(id));
    chunk?.show();
    return document.getElementById(id);
  }
}

function away([top, bottom]) {
  return Math.max(top - innerHeight, -bottom, 0);
}
