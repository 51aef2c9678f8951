// The band: time drawn to scale, to be moved and zoomed, with an event or a crowd of them in focus.

import { dayOf, now } from "./calendar.js";
import { buttons, element, help } from "./furniture.js";
import { gestures } from "./gestures.js";
import { keys } from "./keys.js";
import { Moves } from "./moves.js";
import { Picture } from "./picture.js";
import { Place } from "./place.js";
import { Pointed } from "./pointed.js";
import { Scenes } from "./scene.js";
import { View } from "./view.js";

const REACH = { mouse: 4, touch: 16 };

export class Band {
  /** `chosen(item, go)` is called when an item is to be shown in the list. */
  constructor(section, chosen) {
    this.section = section;
    this.chosen = chosen;
    const { first, last } = section.dataset;
    const [density] = section.dataset.density.split("?");
    this.view = View.of(dayOf(first), dayOf(last) + 1);
    this.scenes = new Scenes(density);
    this.whole = new Scenes(density);
    this.build();
    this.picture = new Picture(section, this.plot, this.view);
    this.picture.seen.now = now();
    this.picture.resized = () => this.moved();
    this.picture.drawn = () => this.pointed.follow();
    this.pointed = new Pointed(this);
    this.moves = new Moves(this);
    gestures(this.plot, this);
    keys(this.plot, this);
  }

  build() {
    const canvas = element("canvas", { "aria-hidden": "true" });
    const described = { "aria-label": "Events through time", "aria-describedby": "band-place", "aria-orientation": "horizontal" };
    this.plot = element("div", { class: "band-plot", tabindex: "0", role: "listbox", ...described }, canvas);
    const line = element("p", { class: "band-place", id: "band-place", role: "status" });
    this.place = new Place(this.section, line, this.view);
    const head = element("div", { class: "band-head" }, line, buttons(this));
    const title = element("h2", { class: "unseen", id: "band-title" }, "Time line");
    this.section.setAttribute("aria-labelledby", "band-title");
    this.section.replaceChildren(title, head, this.plot, help());
    this.section.hidden = false;
  }

  /** Everything anew: other filters, or other events. */
  async load(filters = this.scenes.filters) {
    for (const scenes of [this.scenes, this.whole]) {
      scenes.filters = filters;
      scenes.forget();
    }
    this.scene = this.catching = null;
    this.section.setAttribute("aria-busy", "true");
    const whole = this.view.isWhole;
    await Promise.all([this.moved(), whole || this.survey()]);
    if (whole && !this.view.isWhole) await this.survey();
    this.section.removeAttribute("aria-busy");
  }

  /** All of the topic in small. */
  async survey() {
    const all = this.view.copy();
    all.width /= 2;
    all.whole();
    await this.asked(async () => {
      this.picture.seen.overview = await this.whole.around(all);
      this.picture.soon();
    });
  }

  /** The view is another one: what is at hand is drawn at once, what is missing as soon as it is there. */
  moved() {
    this.passing();
    if (!this.pointed || this.fitting()) return Promise.resolve();
    if (!this.catching) {
      const catching = this.caughtUp().finally(() => {
        if (this.catching === catching) this.catching = null;
      });
      this.catching = catching;
    }
    return this.catching;
  }

  passing() {
    this.picture.soon();
    this.settle();
  }

  /** One request at a time, until what is there is that of the view as it is by then. */
  caughtUp() {
    return this.asked(async () => {
      while (!this.fitting()) {
        this.scene = await this.scenes.around(this.view);
        if (this.view.isWhole) this.picture.seen.overview = this.scene;
        this.picture.arrange(this.scene);
        this.settle();
      }
    });
  }

  /** What will be on show is asked for while one is on the way. */
  ahead(view) {
    if (!this.fitting(view)) this.scenes.around(view).catch(() => {});
  }

  settle() {
    this.place.settle(() => this.fitting());
  }

  /** What is at hand of a view, or null. */
  fitting(view = this.view) {
    return this.scene && this.scenes.fits(this.scene, view) ? this.scene : null;
  }

  async asked(ask) {
    try {
      await ask();
      this.place.mend();
    } catch (failure) {
      if (failure.name !== "AbortError") this.place.fail(failure);
    }
  }

  point(x, y) {
    this.pointed.hover(x === null ? null : this.picture.at(x, y, REACH.mouse), x);
  }

  press(x, y, touch) {
    const hit = this.picture.at(x, y, touch ? REACH.touch : REACH.mouse);
    if (!hit) return this.pointed.hide();
    this.pointed.focus(hit.item);
    if (touch) this.pointed.hover(hit, x);
    this.choose(false);
  }

  refused(x) {
    this.pointed.hint("Hold Ctrl, or click the time line first, to go nearer with the wheel.", x);
  }

  jump(text) {
    const day = this.moves.jump(text);
    if (day) this.chosen(day, false);
  }

  choose(go) {
    const { item } = this.pointed;
    if (!item) return;
    this.picture.seen.selected = item.key;
    this.picture.soon();
    this.chosen(item, go);
  }

  leave() {
    this.pointed.hide();
    this.picture.seen.selected = null;
    this.picture.soon();
  }

  /** What of the list is being read: two day numbers. */
  reading(start, end) {
    this.picture.seen.reading = { start, end };
    const { view } = this;
    if (end < view.start || start > view.end) {
      view.reveal(start, Math.min(end, start + view.span / 2));
      this.moved();
    } else this.picture.soon();
  }

  /** Shows an entry of the list in the band. */
  select(key, start, end) {
    this.picture.seen.selected = key;
    this.view.reveal(start, end);
    this.moved();
  }
}
