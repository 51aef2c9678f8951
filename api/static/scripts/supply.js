// What there is to draw: brought in as one moves, and anew when it is another selection.

import { Scenes } from "./scene.js";

export class Supply {
  /** To the `picture` of a `view`; `place` says what went wrong. */
  constructor({ section, view, picture, place }) {
    Object.assign(this, { section, view, picture, place });
    const [address] = section.dataset.density.split("?");
    this.scenes = new Scenes(address);
    this.whole = new Scenes(address);
    this.scene = this.catching = null;
    this.turn = 0;
  }

  /** Everything anew: other filters, or other events. */
  async load(filters = this.scenes.filters) {
    for (const scenes of [this.scenes, this.whole]) {
      scenes.filters = filters;
      scenes.forget();
    }
    this.scene = this.catching = null;
    this.section.setAttribute("aria-busy", "true");
    const turn = ++this.turn;
    const whole = this.view.isWhole;
    await Promise.all([this.moved(), whole || this.survey()]);
    if (whole && !this.view.isWhole) await this.survey();
    if (turn === this.turn) this.section.removeAttribute("aria-busy");
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
    if (this.fitting()) return Promise.resolve();
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
}
