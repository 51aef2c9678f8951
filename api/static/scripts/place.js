// The line that says where one is and how much is there, once one has come to rest; or what went wrong.

import { place } from "./spoken.js";

const SETTLED = 250; // milliseconds without a move after which it is told

export class Place {
  constructor(section, line, view) {
    Object.assign(this, { section, line, view });
  }

  /** `scene()` is what is at hand by then, or null. */
  settle(scene) {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.tell(scene()), SETTLED);
  }

  tell(scene) {
    if (!scene || this.section.dataset.failed === "") return;
    const { start, end, known } = this.view;
    const items = [...(scene.marks ?? []), ...scene.columns, ...scene.bars];
    const seen = items.filter((item) => item.start < end && item.end > start);
    const number = seen.reduce((sum, { count }) => sum + count, 0);
    const text = place(number, Math.max(start, known.first), Math.min(end, known.last));
    if (this.line.textContent !== text) this.line.textContent = text;
  }

  fail(failure) {
    this.section.dataset.failed = "";
    this.line.textContent = `The time line could not be loaded: ${failure.message}`;
  }

  mend() {
    this.section.removeAttribute("data-failed");
  }
}
