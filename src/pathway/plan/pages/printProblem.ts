import { findWordNotForHome } from "../../../trust/home/home.ts";
import type { PlanContent } from "../familyPlan.ts";

/** Why the plan could not be printed, with the words that have to be said otherwise; null when nothing is the matter. */
export function printProblem(code: unknown, { questions, goals, agreements }: PlanContent): string | null {
  if (code === "script-not-in-fonts")
    return "Een naam in dit plan is geschreven in letters die Wieg nog niet kan afdrukken. Schrijf die naam in gewone letters.";
  if (code !== "letter-says-too-much") return null;
  const found = [...questions, ...goals, ...agreements].flatMap(({ wording }) => {
    const word = findWordNotForHome(wording);
    return word === null ? [] : [`“${wording}” (${word})`];
  });
  const where =
    found.length > 0 ? `Het gaat om ${found.join(", ")}.` : "Kijk of er een naam van een signaal in een vraag, doel of afspraak staat.";
  return `Thuis kan iedereen dit lezen. Zeg het daarom met andere woorden. ${where}`;
}
