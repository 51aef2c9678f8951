// The page's own colours, read from its style sheet, so that light, dark and forced colours hold on the canvas too.

export const STATUSES = ["occurred", "ongoing", "scheduled", "possible", "denied"];
const NAMES = ["ground", "raised", "ink", "soft", "hair", "link", "mark-line", ...STATUSES];

/** Every name as a function of opacity. */
export function colours(element) {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const found = {};
  for (const name of NAMES) {
    probe.style.color = `var(--${name})`;
    const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g);
    found[name] = (opacity = 1) => `rgba(${red}, ${green}, ${blue}, ${opacity})`;
  }
  if (matchMedia("(forced-colors: active)").matches) {
    probe.style.color = "Canvas";
    const ground = getComputedStyle(probe).color;
    found.ground = found.raised = () => ground;
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
