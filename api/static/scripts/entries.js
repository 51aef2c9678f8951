// Entries from the server, which renders them for the page and for what follows it alike.

/** A page of the list: the groups on it, what stands around them, and where it goes on. */
export async function entries(address, filters, given) {
  const asked = new URLSearchParams(filters);
  for (const [name, value] of Object.entries(given)) asked.set(name, value);
  const answer = await fetch(`${address}?${asked}`, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const results = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#results");
  const list = results.querySelector("#list");
  const { previous = "", next = "" } = list?.dataset ?? {};
  return { results, groups: [...(list?.children ?? [])], previous, next };
}
