import { radarPoints } from "../radarPoints.ts";
import type { Island } from "./islands.ts";

const radius = 100;

/** A slider below each choice of a `RadarInput`, and a web that follows. The choice itself is what is sent. */
export const mount: Island = (element) => {
  const line = element.querySelector("[data-radar-line]");
  const points = element.querySelectorAll(".wieg-radar__point");
  const names = element.querySelectorAll(".wieg-radar__value");
  const choices = [...element.querySelectorAll<HTMLSelectElement>("[data-axis] select")];
  for (const point of points) point.remove();
  const draw = () => {
    const values = choices.map(({ value }) => (value === "" ? null : Number(value)));
    line?.setAttribute("points", radarPoints(values, radius));
    names.forEach((name, index) => {
      name.textContent = ` ${values[index] ?? "?"}`;
    });
  };
  const sliders = choices.map((choice) => sliderFor(choice, draw));
  choices.forEach((choice, index) => {
    choice.after(sliders[index] ?? "");
  });
  element.addEventListener("change", draw);
  draw();
  return () => {
    element.removeEventListener("change", draw);
    for (const slider of sliders) slider.remove();
    delete element.dataset["mounted"];
  };
};

function sliderFor(choice: HTMLSelectElement, draw: () => void): HTMLInputElement {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.className = "wieg-radar-input__slider";
  slider.min = "0";
  slider.max = "10";
  slider.value = choice.value === "" ? "5" : choice.value;
  slider.setAttribute("aria-label", choice.labels[0]?.textContent ?? "");
  slider.addEventListener("input", () => {
    choice.value = slider.value;
    choice.dispatchEvent(new Event("input", { bubbles: true }));
    draw();
  });
  choice.addEventListener("change", () => {
    if (choice.value !== "") slider.value = choice.value;
  });
  return slider;
}
