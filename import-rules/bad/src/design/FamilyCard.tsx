import type { Family } from "../registry/family.ts";
export const FamilyCard = (family: Family) => <p>{family.id}</p>;
