/** The small part of Turbo that is used here; the package brings no types of its own. */
declare module "@hotwired/turbo" {
  export const config: { drive: { progressBarDelay: number }; forms: { submitter: "disabled" | "aria-disabled" } };
  export const cache: { clear(): void };
  export function visit(location: string, options?: Readonly<{ action?: "advance" | "replace" }>): void;
}
