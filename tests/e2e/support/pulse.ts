// The pulse, as somebody answers it.
import { expect, type Page } from "@playwright/test";

export const pulseForm = (page: Page) => page.getByRole("form", { name: "The pulse" });
export const sendPulse = (page: Page) => pulseForm(page).getByRole("button", { name: /^Send/ });

/** Six taps in a row; `null` leaves a question alone. */
export async function tapPulse(page: Page, taps: readonly (number | "No view" | null)[]): Promise<void> {
  const groups = pulseForm(page).getByRole("radiogroup");
  for (const [place, choice] of taps.entries()) {
    if (choice === null) continue;
    const name = typeof choice === "number" ? new RegExp(`^${choice},`) : choice;
    // what is pressed is the label: the radio itself is out of sight
    const shown = typeof choice === "number" ? new RegExp(`^${choice}$`) : choice;
    await groups.nth(place).locator("label").filter({ hasText: shown }).click();
    await expect(groups.nth(place).getByRole("radio", { name })).toBeChecked();
  }
}

/** Six taps, sent, and thanked for. */
export async function answerPulse(page: Page, taps: Parameters<typeof tapPulse>[1]): Promise<void> {
  await tapPulse(page, taps);
  await sendPulse(page).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeFocused();
}
