// Pages work without this; it only adds what the NHS components do better with a script.
import { initAll } from "../nhsuk/nhsuk-frontend.min.js";

initAll();

// Boxes that are ticked stay as they are when the order of their table changes.
document.addEventListener("click", (event) => {
  const link = event.target.closest("form th a");
  const boxes = link ? [...link.closest("form").querySelectorAll("tbody input[type=checkbox]")] : [];
  if (!boxes.length) return;
  const address = new URL(link.href);
  address.searchParams.set("ticks", boxes.filter((box) => box.checked).map((box) => box.value).join("-") || "none");
  link.href = address.href;
});
