/** Something outside the program keeps it from starting. The message is one sentence for the person who typed the command. */
export class CannotStart extends Error {
  override name = "CannotStart";
}
