import { expect, type Locator } from "@playwright/test";

/** Ticks a box or chooses an option as people do: by its words. The design draws the box; the real one has no width to press on. */
export async function choose(option: Locator): Promise<void> {
  if (!(await option.isChecked())) await option.locator("xpath=following-sibling::label[1]").click();
  await expect(option).toBeChecked();
}

/** Takes the tick from a box, by its words too. */
export async function leaveOut(option: Locator): Promise<void> {
  await option.locator("xpath=following-sibling::label[1]").click();
  await expect(option).not.toBeChecked();
}
