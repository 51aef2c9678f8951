// The one item that the keyboard or the pointer is on: its place, its name for those who listen, its tip for those who see.

import { element } from "./furniture.js";
import { told } from "./spoken.js";

const HINT = 1800;

export class Pointed {
  constructor(band) {
    this.band = band;
    this.item = null;
    this.tip = element("div", { class: "band-tip", "aria-hidden": "true", hidden: "" });
    // Two, in turn: a reader of the screen tells an option when another one becomes the active one.
    this.options = [0, 1].map((n) => element("div", { id: `band-option-${n}`, class: "band-option", role: "option", dir: "auto" }));
    this.options[1].hidden = true;
    this.options[0].textContent = "No event chosen yet";
    band.plot.append(...this.options, this.tip);
    band.plot.addEventListener("blur", () => this.hide());
  }

  /** All there is to step through, in the order of their beginnings. */
  get items() {
    const seen = this.band.picture.seen.layout;
    const all = seen ? [...seen.placed.map(({ item }) => item), ...seen.columns] : [];
    return all.sort((one, other) => one.start - other.start || one.end - other.end || (one.key < other.key ? -1 : 1));
  }

  async step(way) {
    const { items, band } = this;
    const at = this.item ? items.findIndex(({ key }) => key === this.item.key) : -1;
    const { view } = band;
    const visible = items.filter((item) => item.start < view.end && item.end > view.start);
    const next = at < 0 ? (way > 0 ? visible[0] : visible.at(-1)) : items[at + way];
    if (next && (at < 0 || this.within(next))) return this.focus(next);
    const before = this.item?.key;
    view.show(view.start + way * view.span, view.span);
    await band.moved();
    band.picture.draw();
    const found = this.items;
    const here = found.findIndex(({ key }) => key === before);
    const other = here >= 0 ? found[here + way] : way > 0 ? found.find(({ start }) => start >= view.start) : found.at(-1);
    if (other) this.focus(other);
  }

  within(item) {
    const { scene } = this.band.supply;
    return item.end > scene.from && item.start < scene.to;
  }

  outermost(way) {
    this.band.picture.draw();
    const item = way < 0 ? this.items[0] : this.items.at(-1);
    if (item) this.focus(item);
  }

  focus(item) {
    this.item = item;
    const [option, other] = [...this.options].reverse();
    this.options = [option, other];
    const { title, line } = told(item);
    option.textContent = `${title}. ${line}`;
    option.setAttribute("aria-selected", "true");
    option.hidden = false;
    other.hidden = true;
    this.band.plot.setAttribute("aria-activedescendant", option.id);
    const { view } = this.band;
    view.reveal(item.start, item.end);
    this.band.moved();
  }

  /** After each picture: the ring and the tip go where the item went. */
  follow() {
    const { plot, picture } = this.band;
    const hit = this.item && picture.hits.find(({ item }) => item.key === this.item.key);
    const [option] = this.options;
    option.classList.toggle("shown", Boolean(hit));
    if (!hit) return;
    const left = Math.max(hit.x0, 0);
    const width = Math.max(Math.min(hit.x1, picture.seen.view.width) - left, 6);
    const box = { left, top: hit.y0, width, height: hit.y1 - hit.y0 };
    for (const [side, length] of Object.entries(box)) option.style[side] = `${length * picture.grown}px`;
    if (plot.matches(":focus-visible")) this.show(hit);
  }

  hover(hit, x) {
    this.band.plot.classList.toggle("on-item", Boolean(hit));
    if (hit) this.show(hit, x);
    else if (!this.band.plot.matches(":focus-visible")) this.tip.hidden = true;
  }

  show({ item, x0, x1, y1 }, at = (Math.max(x0, 0) + Math.min(x1, this.band.view.width)) / 2) {
    const { title, line } = told(item);
    this.tip.replaceChildren(element("strong", { dir: "auto" }, title), element("span", {}, line));
    this.put(at, y1 + 6);
  }

  hint(text, x) {
    this.tip.replaceChildren(element("span", {}, text));
    this.put(x, this.band.picture.seen.height / 2);
    clearTimeout(this.hinting);
    this.hinting = setTimeout(() => this.hide(), HINT);
  }

  put(x, y) {
    clearTimeout(this.hinting);
    this.tip.hidden = false;
    const { grown } = this.band.picture;
    const room = this.band.plot.clientWidth - this.tip.offsetWidth;
    this.tip.style.left = `${Math.max(Math.min(x * grown - this.tip.offsetWidth / 2, room), 0)}px`;
    this.tip.style.top = `${y * grown}px`;
  }

  hide() {
    this.tip.hidden = true;
  }
}
