// What stands around the picture: buttons, the line that says where one is, and how to read it.

import { bar } from "./bars.js";
import { STATUSES, colours } from "./colours.js";
import { TOLD } from "./keys.js";
import { fillings, glyph } from "./shapes.js";
import { NAMES } from "./spoken.js";

export function element(name, given = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

const BUTTONS = [
  ["earlier", "Earlier", "◂", (band) => band.moves.page(-1)],
  ["later", "Later", "▸", (band) => band.moves.page(1)],
  ["nearer", "Nearer", "+", (band) => band.moves.nearer(2)],
  ["farther", "Farther", "−", (band) => band.moves.nearer(0.5)],
  ["everything", "Everything", "", (band) => band.moves.everything()],
];

export function buttons(band) {
  const made = BUTTONS.map(([name, label, sign, act]) => {
    const given = { type: "button", "data-act": name, ...(sign && { "aria-label": label, title: label }) };
    const button = element("button", given, sign || label);
    button.addEventListener("click", () => act(band));
    return button;
  });
  return element("div", { class: "band-tools", role: "group", "aria-label": "Move through time" }, ...made, jump(band));
}

function jump(band) {
  const day = element("input", { type: "date", name: "day", id: "band-day", required: "" });
  const label = element("label", { for: "band-day" }, "Go to ");
  const form = element("form", { class: "band-jump" }, label, day, element("button", {}, "Go"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    band.jump(day.value);
  });
  return form;
}

export function help() {
  const signs = STATUSES.map((status) => line(swatch({ status }, "both"), NAMES[status]));
  const extents = [
    line(swatch({ status: "occurred" }, "point"), "on a day, or shorter than can be seen"),
    line(swatch({ status: "occurred" }, "bar"), "some time within these days"),
    line(swatch({ status: "occurred", approximate: true }, "bar"), "approximately then"),
    line(swatch({ status: "ongoing", end: Infinity }, "bar"), "with an open end"),
  ];
  const shortcuts = TOLD.map(([key, does]) => element("li", {}, element("kbd", {}, key), ` ${does}`));
  const wheel = element("li", {}, "Ctrl and the wheel, or two fingers: nearer or farther. Drag: earlier or later.");
  const summary = element("summary", {}, "How to read and move this");
  const many = element("p", {}, "A column counts events that lie too close to be told apart; go nearer to see each.");
  const list = (inside, name) => element("ul", { class: name }, ...inside);
  const keysList = list([...shortcuts, wheel], "band-keys");
  keysList.id = "band-keys";
  return element("details", { class: "band-help" }, summary, list([...signs, ...extents], "band-signs"), many, keysList);
}

function line(sign, words) {
  return element("li", {}, sign, element("span", {}, words));
}

function swatch(item, kind) {
  return element("canvas", { class: "band-swatch", "aria-hidden": "true", "data-item": JSON.stringify(item), "data-kind": kind });
}

/** Draws the signs of the legend, in the colours there are. */
export function drawSigns(section, ratio) {
  const found = colours(section);
  for (const canvas of section.querySelectorAll(".band-swatch")) {
    [canvas.width, canvas.height] = [Math.round(56 * ratio), Math.round(18 * ratio)];
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    const { kind } = canvas.dataset;
    const item = { start: 0, end: 1, ...JSON.parse(canvas.dataset.item, (_, value) => value ?? Infinity) };
    if (kind !== "bar") glyph(pen, item.status, 9, 9, 6, found);
    const style = { colours: found, fillings: fillings(pen, found, ratio), width: 56 };
    if (kind !== "point") bar(pen, item, kind === "both" ? 24 : 2, item.end === Infinity ? 70 : 54, 9, 10, style);
  }
}
