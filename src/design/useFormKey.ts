import { usePage } from "./PageContext.ts";

const drawn = new WeakMap<object, number>();

/**
 * The idempotency key of one form: the page's own, counted on for each form. Two forms of one page are two requests, also
 * when the first answers with a file and the page stays. Pages are drawn once, on the server, so counting is safe here.
 */
export function useFormKey(): string {
  const page = usePage();
  const nth = drawn.get(page) ?? 0;
  drawn.set(page, nth + 1);
  const last = (Number.parseInt(page.requestKey.slice(-4), 16) + nth) % 0x10000;
  return page.requestKey.slice(0, -4) + last.toString(16).padStart(4, "0");
}
