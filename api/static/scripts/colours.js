// The page's own colours, read from its style sheet, so that light, dark and forced colours hold on the canvas too.

export const STATUSES = ["occurred", "ongoing", "scheduled", "possible", "denied"];
const NAMES = ["ground", "raised", "ink", "soft", "hair", "link", "mark-line", ...STATUSES];

const FORCED = { ground: "Canvas", raised: "Canvas", link: "LinkText", "mark-line": "LinkText" };
const HAIR = 0.25; // of a text's strength, where colours are forced and only few

/** Every name as a function of opacity. */
export function colours(element) {
  const forced = matchMedia("(forced-colors: active)").matches;
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.forcedColorAdjust = "none";
  element.append(probe);
  const found = {};
  for (const name of NAMES) {
    probe.style.color = forced ? (FORCED[name] ?? "CanvasText") : `var(--${name})`;
    const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g);
    const strength = forced && name === "hair" ? HAIR : 1;
    found[name] = (opacity = 1) => `rgba(${red}, ${green}, ${blue}, ${opacity * strength})`;
  }
  probe.remove();
  return found;
}

/** Calls back whenever the colours are others. */
export function onColours(changed) {
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", changed);
  }
}
