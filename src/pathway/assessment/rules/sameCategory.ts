import type { Category } from "../assessment.ts";

/** What came before, when the category stays the same: its terms go on. Another category begins anew. */
export const sameCategory = <Before extends { readonly category: Category }>(before: Before | null, category: Category): Before | null =>
  before?.category === category ? before : null;
