import type { Occasion } from "../indication.ts";

const obstetric: readonly string[] = ["midwife", "clinical_midwife", "gynaecologist"];
const maternityDesk: readonly string[] = ["maternity_intake", "maternity_coordinator"];

/**
 * Who may indicate hours [access.md 2; 001 3.3.1, 6.1]: the midwife at any time; the maternity-care organisation at its intake, and how many days
 * were spent in hospital, which is a fact and no judgement.
 */
export const mayIndicate = (role: string, occasion: Occasion): boolean =>
  obstetric.includes(role) || (maternityDesk.includes(role) && (occasion === "intake" || occasion === "hospital"));

/** Who records the intake: what the family wishes and accepts. The midwife too, of a family that wants no intake. */
export const mayRecordIntake = (role: string): boolean => maternityDesk.includes(role) || obstetric.includes(role);

/** Which occasion it is follows from what is there: nobody is asked. */
export function occasionOf({ earlier, born, bornBefore }: { earlier: number; born: boolean; bornBefore: boolean }): Occasion {
  if (!born) return earlier === 0 ? "intake" : "pregnancy";
  return bornBefore ? "changed" : "birth";
}
