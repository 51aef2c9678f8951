// The picture that paper has in place of the band. It is asked for only by who prints: it is lazy, and not on show.

export class Strip {
  constructor() {
    this.figure = document.querySelector(".strip");
    this.figure?.classList.add("on-paper");
    this.address = this.figure?.querySelector("img").getAttribute("src").split("?")[0];
    this.filters = new URLSearchParams(location.search);
  }

  /** Other filters, or other events. Another image, as a browser has shown this one it does not ask again. */
  load(filters = this.filters) {
    if (!this.figure) return;
    this.filters = filters;
    const old = this.figure.querySelector("img");
    const image = old.cloneNode();
    image.alt = "How the events of this selection lie in time";
    image.src = filters.size ? `${this.address}?${filters}` : this.address;
    old.replaceWith(image);
  }
}
