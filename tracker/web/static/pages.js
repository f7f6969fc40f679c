// What a script adds to pages that work without one: drag across the picture to look closer, and the form follows links.
"use strict";

document.documentElement.classList.add("scripted");

// A link that changes the question changes the form, too: what was chosen there before is void.
document.addEventListener("htmx:after:swap", (event) => {
  const form = document.querySelector("form.filters");
  if (form && event.target !== form) form.reset();
});

(() => {
  let start = null;
  let band = null;

  const pictureOf = (event) => event.target.closest?.(".picture svg");

  // Where in the picture's own units a pointer is, kept inside the lanes.
  const across = (svg, event) => {
    const box = svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    return Math.min(Math.max(x, Number(svg.dataset.left)), Number(svg.dataset.right));
  };

  const dayAt = (svg, x) => {
    const first = Date.parse(svg.dataset.first);
    const last = Date.parse(svg.dataset.last) + 86400000;
    const left = Number(svg.dataset.left);
    const share = (x - left) / (Number(svg.dataset.right) - left);
    const at = Math.min(first + share * (last - first), last - 1);
    return new Date(at).toISOString().slice(0, 10);
  };

  document.addEventListener("pointerdown", (event) => {
    const svg = pictureOf(event);
    if (!svg || event.button !== 0 || event.pointerType === "touch") return;
    start = { svg, x: across(svg, event) };
    event.preventDefault();
  });

  document.addEventListener("pointermove", (event) => {
    if (!start) return;
    const x = across(start.svg, event);
    if (!band && Math.abs(x - start.x) < 6) return;
    if (!band) {
      band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      band.setAttribute("class", "band");
      band.setAttribute("y", "0");
      band.setAttribute("height", String(start.svg.viewBox.baseVal.height));
      start.svg.append(band);
    }
    band.setAttribute("x", String(Math.min(x, start.x)));
    band.setAttribute("width", String(Math.abs(x - start.x)));
  });

  document.addEventListener("pointerup", (event) => {
    if (!start) return;
    const { svg, x } = start;
    start = null;
    if (!band) return;
    band.remove();
    band = null;
    const [from, to] = [x, across(svg, event)].sort((one, other) => one - other);
    const form = document.querySelector("form.filters");
    form.elements.since.value = dayAt(svg, from);
    form.elements.until.value = dayAt(svg, to);
    form.elements.quarter.value = "";
    form.requestSubmit();
    // The click that ends a drag opens nothing.
    window.addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
    setTimeout(() => window.dispatchEvent(new Event("click", { cancelable: true })), 0);
  });
})();
