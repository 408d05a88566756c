import { dayToCome } from "../storyDay.ts";
import type { Scene } from "./storyline.ts";

/** How far the plan of a family is; each has what the ones before it have, as far as that goes together. */
export type PlanSoFar = "left" | "drawn" | "agreed" | "asked" | "changed" | "evaluated" | "scaledUp";

const bank = "De rekeningen op een rij zetten";
const sister = "Elke week samen de post openen";

/**
 * The plan, from the day on which the visit was reported; it takes 4 days. `lead` helps where somebody else leads. What is still open
 * lies ahead of today, but for what has to be looked back at now.
 */
export function familyPlan({ cast: { today, plan }, acts, at }: Scene, reported: number, soFar: PlanSoFar, lead?: string): void {
  if (soFar === "left") return;
  const ago = soFar === "drawn" ? Math.min(reported, 8) : reported; // what was not discussed yet is of this week
  at(ago, () => acts.takeOverPlan(dayToCome(today, 12), dayToCome(today, 40)));
  at(ago - 1, () => acts.askSupport("Wie denkt er met ons mee over onze post?"));
  at(ago - 1, () => acts.arrange(sister, { network: "Haar zus Karin" }, dayToCome(today, 9)));
  at(ago - 1, () =>
    acts.arrange(bank, { professional: lead ?? plan.nurse }, soFar === "asked" ? dayToCome(today, 0) : dayToCome(today, 6)),
  );
  if (soFar === "drawn") return;
  at(ago - 4, (on) => acts.agreePlan(on));
  if (soFar === "changed")
    at(1, () => acts.arrange("Kennismaken met de buurtmoeder", { network: "Buurtmoeder Fatma" }, dayToCome(today, 15)));
  if (soFar === "evaluated" || soFar === "scaledUp") {
    at(2, (on) => acts.evaluate(bank, "reached", "Alles staat in één map.", on));
    at(2, (on) => acts.evaluate(sister, "go_on", "Het geeft rust, zij gaan ermee door.", on));
  }
  if (soFar === "evaluated") at(1, (on) => acts.evaluate(sister, "stop", "Haar zus verhuist; zij kan het nu zelf.", on));
  if (soFar !== "scaledUp") return;
  at(1, (on) => acts.evaluate(sister, "scale_up", "Er komt steeds meer post, samen lukt het niet.", on));
  at(1, () => acts.askConferenceAgain("Wie helpt dit gezin om de post bij te houden?"));
}
