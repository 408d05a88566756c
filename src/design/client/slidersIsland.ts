import type { Island } from "./islands.ts";

/** A slider below each number of the form; letting one go asks for the answer anew. The number is what is sent. */
export const mount: Island = (element) => {
  const form = element.closest("form");
  const added = [...element.querySelectorAll<HTMLElement>("[data-slider]")].map((place) => {
    const field = place.querySelector("input");
    const slider = document.createElement("input");
    if (field === null) return slider;
    const [least = "0", most = "100", step = "1"] = (place.dataset["slider"] ?? "").split(" ");
    Object.assign(slider, { type: "range", min: least, max: most, step, value: field.value.replace(",", ".") });
    slider.setAttribute("aria-label", field.labels?.[0]?.textContent ?? "");
    slider.addEventListener("input", () => {
      field.value = slider.value;
    });
    slider.addEventListener("change", () => form?.requestSubmit());
    field.closest(".wieg-control")?.after(slider);
    return slider;
  });
  return () => {
    for (const slider of added) slider.remove();
    delete element.dataset["mounted"];
  };
};
